package io.github.s3imageedit.ledger;

import io.github.s3imageedit.job.ObjectRef;

/** A ledger object is not one: whether its edit was paid for cannot be told, so it is not run. */
public final class UnreadableLedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableLedgerException(ObjectRef place, String found) {
        super("the ledger object " + place + " cannot be read (" + found
                + "): look whether its edit was paid for, then delete it to have the edit run");
    }
}
