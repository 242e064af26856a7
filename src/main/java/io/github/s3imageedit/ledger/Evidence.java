package io.github.s3imageedit.ledger;

/** What stands in the output bucket, whatever the ledger says. */
public interface Evidence {
    /** Whether the sidecar stands: then the edit is decided. */
    boolean isSettled();

    /** Whether every picture of a receipt stands. */
    boolean isStored(Receipt receipt);
}
