package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.job.Deadline;
import java.time.Duration;
import java.time.InstantSource;

/**
 * One run of the function.
 *
 * @param id by which its logs are found
 * @param timeLeft after which it is ended
 */
public record Invocation(String id, Duration timeLeft) {
    /** Handing back in words takes this long at the most, or a tenth of the time where there is little. */
    private static final Duration REPLYING = Duration.ofSeconds(1);

    /** By when all work must be over. */
    Deadline deadline(InstantSource clock) {
        Deadline end = Deadline.in(timeLeft, clock);
        return end.leaving(end.share(REPLYING, 10));
    }
}
