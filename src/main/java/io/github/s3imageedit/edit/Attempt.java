package io.github.s3imageedit.edit;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** One call as the sidecar tells it. */
public record Attempt(Instant at, Result outcome, Optional<Integer> status, Duration duration) {

    /** How a call ended. */
    public enum Result {
        ANSWERED,
        REFUSED,
        UNREACHABLE,
        UNKNOWN;

        /** The word in the sidecar. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Attempt of(EditReply reply, Instant at, Duration duration) {
        return switch (reply) {
            case EditReply.Answered answered -> new Attempt(at, Result.ANSWERED, Optional.of(200), duration);
            case EditReply.Unusable unusable ->
                new Attempt(at, Result.ANSWERED, Optional.of(unusable.error().status()), duration);
            case EditReply.Rejected rejected -> refused(rejected.error(), at, duration);
            case EditReply.Busy busy -> refused(busy.error(), at, duration);
            case EditReply.Denied denied -> refused(denied.error(), at, duration);
            case EditReply.Unreachable unreachable -> new Attempt(at, Result.UNREACHABLE, Optional.empty(), duration);
            case EditReply.Unknown unknown -> new Attempt(at, Result.UNKNOWN, unknown.status(), duration);
        };
    }

    private static Attempt refused(EndpointError error, Instant at, Duration duration) {
        return new Attempt(at, Result.REFUSED, Optional.of(error.status()), duration);
    }
}
