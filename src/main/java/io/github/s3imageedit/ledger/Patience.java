package io.github.s3imageedit.ledger;

import java.time.Duration;

/**
 * How long to wait before looking again.
 *
 * @param time grows by half each time, up to a bound that a dead holder may cost more
 */
record Patience(Duration time) {
    static final Patience FIRST = new Patience(Duration.ofMillis(250));
    private static final Duration LONGEST = Duration.ofSeconds(5);

    Patience longer() {
        Duration next = time.multipliedBy(3).dividedBy(2);
        return new Patience(next.compareTo(LONGEST) < 0 ? next : LONGEST);
    }
}
