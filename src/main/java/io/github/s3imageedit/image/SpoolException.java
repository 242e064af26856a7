package io.github.s3imageedit.image;

import java.io.IOException;

/** A received picture cannot be kept: the temporary storage is full, or is not there. */
public final class SpoolException extends IOException {
    private static final long serialVersionUID = 1L;

    SpoolException(IOException cause) {
        super("The function's temporary storage takes no more (" + cause.getMessage() + ")", cause);
    }

    /** A sentence for the sidecar. */
    public String reason() {
        return getMessage() + ".";
    }
}
