package io.github.s3imageedit.image;

import java.io.IOException;

/** A stream gave more bytes than are allowed. */
public final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    public TooLargeException(String message) {
        super(message);
    }
}
