package io.github.s3imageedit.trigger;

/** Fails an invocation so that the platform keeps its event: it tries again, and then puts it aside. */
public final class HandedBackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HandedBackException(String message) {
        super(message);
    }
}
