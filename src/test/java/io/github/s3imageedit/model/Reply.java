package io.github.s3imageedit.model;

import io.github.s3imageedit.edit.CallRecord;
import java.time.Duration;
import java.util.Optional;

/** What a worker observes. */
sealed interface Reply {
    /** Not an answer: a timer is due before it. */
    record Due(int timer) implements Reply {}

    /** Not an answer: so late is it before it, in milliseconds. */
    record Clock(long now) implements Reply {}

    record Passed() implements Reply {}

    record Found(Optional<Thing> thing, Duration age) implements Reply {}

    record Written(Optional<String> etag) implements Reply {}

    /** S3 failed, or its answer got lost. */
    record Failed() implements Reply {}

    /**
     * The call has left.
     *
     * @param arrived false: the connection broke at the last bytes
     */
    record Sent(boolean arrived) implements Reply {}

    /**
     * An answer came, or the connection broke.
     *
     * @param call counted over all workers: each has pictures of its own
     */
    record Answered(Answer answer, int call) implements Reply {}

    /**
     * The rest came.
     *
     * @param whole false: it breaks off
     */
    record More(boolean whole) implements Reply {}

    record Fetched(boolean had) implements Reply {}

    record Recorded(CallRecord entry) implements Reply {}

    /** What comes of a call. */
    enum Answer {
        PICTURES,
        LOST,
        BUSY,
        DENIED,
        REJECTED
    }
}
