package io.github.s3imageedit.model;

import io.github.s3imageedit.pipeline.Outcome;
import java.time.Duration;
import java.util.Map;

/** How far a worker comes with what it has been told. */
sealed interface Next {
    /**
     * It waits for an answer.
     *
     * @param beside whether the request is of what runs beside the work, within one of its requests
     * @param timers that are set
     */
    record Asks(Request request, boolean beside, Map<Integer, Duration> timers) implements Next {
        /** What renews a claim waits for the ledger's own requests to end. */
        boolean allowsTimers() {
            return !beside && !request.isOfLedger();
        }

        boolean isTimed() {
            return request.lasting().isPositive();
        }
    }

    record Ended(Outcome outcome) implements Next {}

    record Threw(Throwable failure) implements Next {}
}
