package io.github.s3imageedit.testing.s3;

/** What a test does at a request's {@link Moment}, on the request's own thread. */
@FunctionalInterface
public interface RequestHook {
    Then on(S3Call call);

    /** How it goes on. */
    enum Then {
        GO_ON,

        /** The connection ends: before the request is carried out, or instead of its reply. */
        CUT
    }
}
