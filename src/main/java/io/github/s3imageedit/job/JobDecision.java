package io.github.s3imageedit.job;

/** What is to become of an upload. */
public sealed interface JobDecision {
    /** To be edited, if it has not been already. */
    record Run(EditJob job) implements JobDecision {}

    /** Nothing to do. */
    record Skip(SkipReason reason) implements JobDecision {}

    /** Asks for an edit but cannot have it. */
    record Refuse(EditJob job, Fault fault) implements JobDecision {}
}
