package io.github.s3imageedit.ledger;

/** How far an edit has come; see the table in this package's documentation. */
public sealed interface Stage {
    /** No call is out whose end is not known. */
    record Open() implements Stage {}

    /** The last bytes of a call may have left, and no end of it is known. */
    record Sent(SentCall call) implements Stage {}

    /** Paid for, and answered. */
    record Received(Receipt receipt) implements Stage {}

    /**
     * Ended without a picture; the sidecar that says so stands, or is still to be written.
     *
     * @param code for logs
     * @param sidecar word for word
     */
    record Failed(String code, String sidecar) implements Stage {}
}
