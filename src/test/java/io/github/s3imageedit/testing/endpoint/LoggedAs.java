package io.github.s3imageedit.testing.endpoint;

import java.util.Optional;
import java.util.regex.Pattern;

/** How one edit call shows up in the request log, whatever became of it. */
public sealed interface LoggedAs {
    /** As it was: keeps the place of such a call in a script. */
    record Truth() implements LoggedAs {}

    /** Not at all. */
    record Absent() implements LoggedAs {}

    /**
     * With this status, at once where it is {@code pending} or {@code processing}, else when the reply is decided.
     *
     * @param cost a JSON number; empty leaves the status what it usually costs
     */
    record Shown(RequestStatus status, Optional<String> cost) implements LoggedAs {
        private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

        public Shown {
            cost.filter(text -> !NUMBER.matcher(text).matches()).ifPresent(text -> {
                throw new IllegalArgumentException("no JSON number: " + text);
            });
        }
    }

    static LoggedAs truth() {
        return new Truth();
    }

    static LoggedAs absent() {
        return new Absent();
    }

    static LoggedAs status(RequestStatus status) {
        return new Shown(status, Optional.empty());
    }

    static LoggedAs status(RequestStatus status, String cost) {
        return new Shown(status, Optional.of(cost));
    }
}
