package io.github.s3imageedit.ledger;

import java.time.Duration;
import java.time.Instant;

/**
 * A call that was sent.
 *
 * @param number from 1, over all deliveries of the edit
 * @param at when it began, by the caller's clock
 * @param lasted as far as it was followed
 */
public record SentCall(int number, Instant at, Duration lasted) {
    SentCall lastingUntil(Instant now) {
        return new SentCall(number, at, Duration.between(at, now));
    }
}
