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
    private Optional<Instant> callStart = Optional.empty();
    private Optional<Instant> callEnd = Optional.empty();

    Stopwatch(InstantSource clock, UploadEvent event) {
        this.clock = clock;
        this.start = clock.instant();
        this.queued = event.time()
                .map(time -> Duration.between(time, start))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    void callStarts() {
        callStart = Optional.of(clock.instant());
    }

    void callEnds() {
        callEnd = Optional.of(clock.instant());
    }

    Timings timings() {
        Instant now = clock.instant();
        Instant called = callStart.orElse(now);
        Instant answered = callEnd.orElse(called);
        return new Timings(
                queued,
                Duration.between(start, called),
                Duration.between(called, answered),
                Duration.between(answered, now),
                Duration.between(start, now));
    }
}
