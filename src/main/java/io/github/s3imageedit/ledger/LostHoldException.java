package io.github.s3imageedit.ledger;

/** The edit is in other hands by now; unchecked, to keep a call's last bytes back from within an HTTP client. */
public final class LostHoldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostHoldException(String message) {
        super(message);
    }
}
