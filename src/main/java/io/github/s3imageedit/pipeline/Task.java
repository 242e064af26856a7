package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.edit.CallTime;
import io.github.s3imageedit.job.Deadline;

/** One object in one invocation. */
record Task(Invocation invocation, Stopwatch stopwatch, CallTime time, Notes notes) {
    Deadline deadline() {
        return time.deadline();
    }
}
