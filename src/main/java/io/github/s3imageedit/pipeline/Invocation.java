package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.edit.CallTime;
import io.github.s3imageedit.job.Deadline;
import java.time.Duration;
import java.time.InstantSource;

/**
 * One run of the function.
 *
 * @param id by which its logs are found
 * @param wholeTime that it had at its beginning
 * @param timeLeft after which it is ended
 * @param patience with another delivery that is at work on the same edit
 */
public record Invocation(String id, Duration wholeTime, Duration timeLeft, Duration patience) {
    /** Handing back in words takes this long at the most, or a fifth of the time where there is little. */
    private static final Duration REPLYING = Duration.ofSeconds(3);

    /** Most edits take this long; where the whole time is short, a quarter of it must do. */
    private static final Duration USUAL_CALL = Duration.ofSeconds(30);

    /** No edit takes less. */
    private static final Duration SHORTEST_CALL = Duration.ofSeconds(2);

    /** One that has just begun, and waits for others as long as it can. */
    public static Invocation of(String id, Duration time) {
        return new Invocation(id, time, time, time);
    }

    public Invocation withPatience(Duration otherPatience) {
        return new Invocation(id, wholeTime, timeLeft, otherPatience);
    }

    Invocation withTimeLeft(Duration otherTime) {
        return new Invocation(id, wholeTime, otherTime, patience);
    }

    /** By when all work must be over, and how much of that time a call needs. */
    CallTime time(InstantSource clock) {
        Deadline end = Deadline.in(timeLeft, clock);
        Duration share = Deadline.in(wholeTime, clock).share(USUAL_CALL, 4);
        return new CallTime(end.leaving(end.share(REPLYING, 5)), SHORTEST_CALL).withShortest(share);
    }
}
