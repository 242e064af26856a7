package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.SkipReason;
import java.time.Duration;
import java.util.Optional;

/** What became of one object; every trigger has its own reply to each. */
public sealed interface Outcome {
    /** Pictures and sidecar are there. */
    record Edited(ObjectRef sidecar) implements Outcome {}

    /** An earlier delivery decided it, one way or the other: nothing was to be done any more. */
    record Decided(ObjectRef sidecar) implements Outcome {}

    /** Nothing was to be done: nothing paid, nothing written. */
    record Skipped(SkipReason reason) implements Outcome {}

    /** Decided, without a picture; asking again cannot help. */
    record Refused(ObjectRef sidecar, String reason) implements Outcome {}

    /**
     * Not decided: the event must come again.
     *
     * @param retryAfter how long the endpoint asks to be left alone, where it says so
     */
    record Unavailable(Cause cause, String reason, Optional<Duration> retryAfter) implements Outcome {
        public Unavailable(Cause cause, String reason) {
            this(cause, reason, Optional.empty());
        }
    }

    /** What has to change before an event that was handed back can succeed. */
    enum Cause {
        /** Time passes. */
        MOMENT,
        /** Somebody mends key, credit, permission or settings. */
        OURS,
        /** A part that the upload names arrives. */
        PART,
        /** The other delivery that is at work on it comes to its end. */
        ELSEWHERE,
        /** An invocation has more time for it: nothing was begun in this one. */
        TIME
    }
}
