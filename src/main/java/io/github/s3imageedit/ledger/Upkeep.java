package io.github.s3imageedit.ledger;

import io.github.s3imageedit.edit.Watchdog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * What holds are kept alive with.
 *
 * @param watchdog tells the time for the next renewal
 * @param executor runs what must not wait, and what is not to be waited for
 */
public record Upkeep(Lease lease, Watchdog watchdog, Executor executor, InstantSource clock) {
    /** Whether a write that began then is perhaps old by now: S3 counts from when it took it, not from when we heard of it. */
    boolean isLate(Instant begun) {
        return Duration.between(begun, clock.instant()).compareTo(lease.renewal()) > 0;
    }

    Watchdog.Guard after(Duration time, Runnable action) {
        return watchdog.after(time, () -> executor.execute(action));
    }
}
