package io.github.s3imageedit.edit;

import io.github.s3imageedit.job.Deadline;
import java.time.Duration;

/**
 * The time for paid calls. What cannot end in time is not begun: cut off, its outcome would be unknown, and perhaps paid
 * for.
 *
 * @param deadline by which the last answer must have been read
 * @param shortest with less than this left, no call begins
 */
public record CallTime(Deadline deadline, Duration shortest) {
    /** Whether a call may begin after a pause. */
    public boolean allowsCallAfter(Duration pause) {
        return deadline.allows(pause.plus(shortest));
    }

    /** How long one can wait before a call, and still begin it; never negative. */
    public Duration patience() {
        return deadline.leaving(shortest).remaining();
    }

    /** The same for a call that is known to take longer. */
    public CallTime withShortest(Duration duration) {
        return new CallTime(deadline, duration.compareTo(shortest) > 0 ? duration : shortest);
    }
}
