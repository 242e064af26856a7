package io.github.s3imageedit.edit;

import io.github.s3imageedit.job.Deadline;
import java.time.Instant;

/** The endpoint's own records of its calls. */
@FunctionalInterface
public interface RequestLog {
    /** Of an endpoint that keeps none, or shows none. */
    RequestLog NONE = (trace, sent, deadline) -> new CallRecord.Absent(true);

    /**
     * Looks for one call.
     *
     * @param sent when it was sent, by the clock of whoever sent it
     */
    CallRecord find(TraceParent trace, Instant sent, Deadline deadline);
}
