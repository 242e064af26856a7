package io.github.s3imageedit.edit;

/** The endpoint's key cannot be read; unchecked, for no caller can go on without it. */
public final class ApiKeyUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ApiKeyUnavailableException(String message) {
        super(message);
    }

    public ApiKeyUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
