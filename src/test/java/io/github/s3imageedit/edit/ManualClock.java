package io.github.s3imageedit.edit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only when it is told to, or while somebody pauses. */
final class ManualClock implements InstantSource, Pause {
    static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    void advance(Duration time) {
        now = now.plus(time);
    }

    @Override
    public void pause(Duration duration) {
        pauses.add(duration);
        advance(duration);
    }

    List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
