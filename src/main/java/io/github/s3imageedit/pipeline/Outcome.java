package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.SkipReason;

/** What became of one object; every trigger has its own reply to each. */
public sealed interface Outcome {
    /** Pictures and sidecar are there. */
    record Edited(ObjectRef sidecar) implements Outcome {}

    /** Nothing was to be done: nothing paid, nothing written. */
    record Skipped(SkipReason reason) implements Outcome {}

    /** Decided, without a picture; asking again cannot help. */
    record Refused(ObjectRef sidecar, String reason) implements Outcome {}

    /** Not decided: the event must come again. */
    record Unavailable(Cause cause, String reason) implements Outcome {}

    /** What has to change before an event that was handed back can succeed. */
    enum Cause {
        /** Time passes. */
        MOMENT,
        /** Somebody mends key, credit, permission or settings. */
        OURS,
        /** A part that the upload names arrives. */
        PART
    }
}
