package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.ledger.History;

/** What is to be done when a call was perhaps paid for, and its answer is lost. */
public enum UnknownOutcome {
    /** One more call, which the sidecar tells of. */
    RETRY_ONCE(1),
    /** No other call: a failed sidecar says so. */
    STOP(0);

    private final int repeats;

    UnknownOutcome(int repeats) {
        this.repeats = repeats;
    }

    boolean allowsCall(History history) {
        return history.lost() <= repeats;
    }
}
