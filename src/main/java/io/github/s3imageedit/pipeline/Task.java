package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.job.Deadline;

/** One object in one invocation. */
record Task(Invocation invocation, Stopwatch stopwatch, Deadline deadline) {}
