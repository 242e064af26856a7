package io.github.s3imageedit.model;

import java.util.Optional;

/** The condition of a write. */
sealed interface Expected {
    boolean isMetBy(Optional<Thing> standing);

    record Nothing() implements Expected {
        @Override
        public boolean isMetBy(Optional<Thing> standing) {
            return standing.isEmpty();
        }

        @Override
        public String toString() {
            return "none";
        }
    }

    record Etag(String etag) implements Expected {
        @Override
        public boolean isMetBy(Optional<Thing> standing) {
            return standing.filter(thing -> thing.etag().equals(etag)).isPresent();
        }

        @Override
        public String toString() {
            return etag.substring(0, 6);
        }
    }

    /** Only seeded bugs write so. */
    record Anything() implements Expected {
        @Override
        public boolean isMetBy(Optional<Thing> standing) {
            return true;
        }
    }
}
