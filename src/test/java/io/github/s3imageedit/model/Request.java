package io.github.s3imageedit.model;

import java.time.Duration;
import java.util.Optional;

/** What a worker asks of the world, and waits for. */
sealed interface Request {
    /** Until when it waits in any case; zero: not at all. */
    default Duration lasting() {
        return Duration.ZERO;
    }

    /** A request to S3. */
    sealed interface Storing extends Request {
        String key();

        default String name() {
            if (isOfLedger()) {
                return "ledger";
            }
            return key().substring(key().lastIndexOf('/'));
        }
    }

    /**
     * A look at an object.
     *
     * @param aged whether how long ago it was written is asked, too
     */
    record Read(String key, boolean aged) implements Storing {
        @Override
        public String toString() {
            return "read " + name();
        }
    }

    /**
     * A conditional write.
     *
     * @param thing empty: a deletion
     */
    record Write(String key, Optional<Thing> thing, Expected expected) implements Storing {
        /** The same for the same write, and different for any other. */
        String exactly() {
            String condition = switch (expected) {
                case Expected.Nothing nothing -> "none";
                case Expected.Etag etag -> etag.etag();
                case Expected.Anything anything -> "any";
            };
            return key + thing.map(Thing::etag) + condition;
        }

        @Override
        public String toString() {
            String what = thing.map(Thing::toString).orElse("nothing");
            return "write " + name() + ": " + what + ", where there is " + expected;
        }
    }

    /** The last bytes of a paid call. */
    record Send(String trace) implements Request {}

    record Await() implements Request {
        /** Longer than a renewal takes to fall due. */
        private static final Duration CALL = Duration.ofSeconds(5);

        @Override
        public Duration lasting() {
            return CALL;
        }
    }

    /** What of an answer follows a picture that came inline. */
    record Rest() implements Request {}

    record Fetch(String link) implements Request {}

    record LookUp(String trace) implements Request {}

    record Pause(Duration lasting) implements Request {}

    default boolean isOfLedger() {
        return this instanceof Storing storing && storing.key().startsWith(".ledger/");
    }
}
