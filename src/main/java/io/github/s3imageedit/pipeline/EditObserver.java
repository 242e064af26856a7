package io.github.s3imageedit.pipeline;

/** Watches over the function: hears of every event that came to an end, whichever it is, and must not fail. */
@FunctionalInterface
public interface EditObserver {
    /** Many threads report at once. */
    void ended(EditReport report);
}
