package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.edit.CallTime;
import io.github.s3imageedit.job.Deadline;
import io.github.s3imageedit.job.EditJob;
import io.github.s3imageedit.ledger.Hold;
import java.time.Duration;

/** One edit in the hands of one invocation. */
record Work(EditJob job, Hold hold, Task task) {
    /** Storing takes this long at the most, or a fifth of the time where there is little. */
    private static final Duration STORING = Duration.ofSeconds(20);

    /** Of that, the sidecar's own part. */
    private static final Duration SIDECAR = Duration.ofSeconds(5);

    Deadline deadline() {
        return task.deadline();
    }

    Stopwatch stopwatch() {
        return task.stopwatch();
    }

    Notes notes() {
        return task.notes();
    }

    /** By when the endpoint must have answered. */
    CallTime forAnswer() {
        return new CallTime(
                deadline().leaving(deadline().share(STORING, 5)), task.time().shortest());
    }

    /** By when the pictures must be there. */
    Deadline forPictures() {
        return deadline().leaving(deadline().share(SIDECAR, 4));
    }
}
