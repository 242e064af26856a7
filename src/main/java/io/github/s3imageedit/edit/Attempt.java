package io.github.s3imageedit.edit;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One call as the sidecar tells it.
 *
 * @param duration as far as it is known
 * @param charge of a call whose answer was lost, where the endpoint's records tell it
 */
public record Attempt(
        Instant at, Result outcome, Optional<Integer> status, Duration duration, Optional<Charge> charge) {
    public Attempt {
        // Clocks are set now and then.
        duration = duration.isNegative() ? Duration.ZERO : duration;
    }

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

    /** The same call, with what became known of it later. */
    public Attempt ending(Result result, Optional<Charge> known) {
        return new Attempt(at, result, status, duration, known);
    }

    static Attempt of(EditReply reply, Instant at, Duration duration) {
        return switch (reply) {
            case EditReply.Answered answered ->
                new Attempt(at, Result.ANSWERED, Optional.of(200), duration, Optional.empty());
            case EditReply.Unusable unusable ->
                new Attempt(at, Result.ANSWERED, Optional.of(unusable.error().status()), duration, Optional.empty());
            case EditReply.Rejected rejected -> refused(rejected.error(), at, duration);
            case EditReply.Busy busy -> refused(busy.error(), at, duration);
            case EditReply.Denied denied -> refused(denied.error(), at, duration);
            case EditReply.Unreachable unreachable ->
                new Attempt(at, Result.UNREACHABLE, Optional.empty(), duration, Optional.empty());
            case EditReply.Unknown unknown ->
                new Attempt(at, Result.UNKNOWN, unknown.status(), duration, Optional.empty());
        };
    }

    private static Attempt refused(EndpointError error, Instant at, Duration duration) {
        return new Attempt(at, Result.REFUSED, Optional.of(error.status()), duration, Optional.empty());
    }
}
