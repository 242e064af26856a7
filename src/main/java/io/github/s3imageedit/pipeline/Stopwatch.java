package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.job.UploadEvent;
import io.github.s3imageedit.result.Timings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Takes the times of one object's stages; stages that are not reached take none. */
final class Stopwatch {
    private final InstantSource clock;
    private final Optional<Duration> queued;
    private final Instant start;
    private Optional<Instant> workStart = Optional.empty();
    private Optional<Instant> callStart = Optional.empty();
    private Optional<Instant> callEnd = Optional.empty();

    Stopwatch(InstantSource clock, UploadEvent event) {
        this.clock = clock;
        this.start = clock.instant();
        this.queued = event.time().map(time -> between(time, start));
    }

    /** All is decided; what an earlier delivery began is gone on with, or a call follows. */
    void workStarts() {
        workStart = Optional.of(clock.instant());
    }

    /** The first of several calls counts. */
    void callStarts() {
        callStart = callStart.or(() -> Optional.of(clock.instant()));
    }

    /** Whether the endpoint was asked, and the asking came to an end. */
    boolean called() {
        return callEnd.isPresent();
    }

    void callEnds() {
        callEnd = Optional.of(clock.instant());
    }

    Timings timings() {
        Instant now = clock.instant();
        Instant called = callStart.or(() -> workStart).orElse(now);
        Instant answered = callEnd.orElse(called);
        return new Timings(
                queued, between(start, called), between(called, answered), between(answered, now), between(start, now));
    }

    /** Clocks differ, and are set. */
    private static Duration between(Instant from, Instant to) {
        Duration time = Duration.between(from, to);
        return time.isNegative() ? Duration.ZERO : time;
    }
}
