package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.job.ObjectRef;

/**
 * What became of one event in one invocation, for whoever watches over the function.
 *
 * @param invocation by which its logs are found
 */
public record EditReport(ObjectRef object, String invocation, Outcome outcome, Findings findings) {}
