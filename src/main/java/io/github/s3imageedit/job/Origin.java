package io.github.s3imageedit.job;

import java.util.Locale;

/** Where a parameter comes from, in the order in which the first found wins. */
public enum Origin {
    TAG,
    METADATA,
    SIDE_FILE,
    FOLDER,
    BATCH,
    PRESET,
    DEFAULT;

    /** The word in the sidecar. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the uploader said it, rather than whoever runs the function. */
    public boolean isUploads() {
        return this == TAG || this == METADATA || this == SIDE_FILE;
    }
}
