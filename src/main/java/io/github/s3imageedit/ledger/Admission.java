package io.github.s3imageedit.ledger;

/** Whether an invocation may work on an edit. */
public sealed interface Admission {
    /** It may, and nobody else does meanwhile; the caller closes the hold. */
    record Granted(Hold hold) implements Admission {}

    /** It has been decided. */
    record Settled() implements Admission {}

    /** Another invocation was still at work on it when the time was up. */
    record Elsewhere() implements Admission {}
}
