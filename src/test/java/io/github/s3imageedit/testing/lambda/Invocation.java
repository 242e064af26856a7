package io.github.s3imageedit.testing.lambda;

/** How one invocation of a function ended. */
public sealed interface Invocation {
    /** The handler returned, and wrote this. */
    record Returned(String body) implements Invocation {}

    /** The handler threw, or could not be made. */
    record Failed(String errorType, String message) implements Invocation {}

    /** No end came in time; the function may still be running. */
    record TimedOut() implements Invocation {}

    /** The function's process ended first. */
    record Died(int exit) implements Invocation {}
}
