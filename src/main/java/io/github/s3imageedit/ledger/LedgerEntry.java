package io.github.s3imageedit.ledger;

import java.util.Optional;

/**
 * What the ledger says of one edit.
 *
 * @param holder the invocation at work on it; empty: nobody is
 */
record LedgerEntry(Optional<String> holder, History history, Stage stage) {
    static LedgerEntry claimed(String holder) {
        return new LedgerEntry(Optional.of(holder), History.EMPTY, new Stage.Open());
    }

    LedgerEntry heldBy(String invocation) {
        return new LedgerEntry(Optional.of(invocation), history, stage);
    }

    /** From the beginning, with nothing held against another call. */
    LedgerEntry reopened() {
        return new LedgerEntry(holder, history.anew(), new Stage.Open());
    }

    LedgerEntry released() {
        return new LedgerEntry(Optional.empty(), history, stage);
    }

    LedgerEntry at(Stage next) {
        return new LedgerEntry(holder, history, next);
    }

    LedgerEntry with(History now) {
        return new LedgerEntry(holder, now, stage);
    }
}
