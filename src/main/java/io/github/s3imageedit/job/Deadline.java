package io.github.s3imageedit.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A moment by which something must be done. */
public record Deadline(Instant end, InstantSource clock) {

    public static Deadline in(Duration time, InstantSource clock) {
        return new Deadline(clock.instant().plus(time), clock);
    }

    /** An earlier deadline that leaves so much time behind it. */
    public Deadline leaving(Duration reserve) {
        return new Deadline(end.minus(reserve), clock);
    }

    /** Never negative. */
    public Duration remaining() {
        Duration left = Duration.between(clock.instant(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** So much time, or where little remains one of so many parts of it. */
    public Duration share(Duration most, int parts) {
        Duration part = remaining().dividedBy(parts);
        return part.compareTo(most) < 0 ? part : most;
    }

    public boolean allows(Duration time) {
        return remaining().compareTo(time) > 0;
    }
}
