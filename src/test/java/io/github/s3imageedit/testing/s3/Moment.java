package io.github.s3imageedit.testing.s3;

/** When a {@link RequestHook} is called. */
public enum Moment {
    /** The request's head has come; nothing is done yet. */
    BEFORE,

    /** What was asked is done or refused; no byte of the reply has been sent. */
    AFTER
}
