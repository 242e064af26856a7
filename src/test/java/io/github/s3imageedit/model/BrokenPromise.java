package io.github.s3imageedit.model;

/** Something that must never happen has happened. */
final class BrokenPromise extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenPromise(String message) {
        super(message);
    }
}
