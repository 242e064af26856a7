package io.github.s3imageedit.store;

/** S3 failed, and repeating it within one invocation did not help; unchecked, to pass through HTTP clients. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean ours;

    StoreException(String message, boolean ours, Throwable cause) {
        super(message, cause);
        this.ours = ours;
    }

    /** Whether permissions or settings are to blame, which waiting does not mend. */
    public boolean isOurs() {
        return ours;
    }
}
