package io.github.s3imageedit.ledger;

import io.github.s3imageedit.edit.Pause;
import io.github.s3imageedit.edit.Watchdog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Time that passes only where somebody pauses or says so, and that runs on its way what falls due. */
final class SimulatedTime implements Pause, Watchdog {
    static final Instant START = Instant.parse("2026-11-23T12:00:00.7Z");

    private record Timer(Instant due, Runnable action) {}

    private final List<Timer> timers = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = START;

    /** A clock that is ahead of S3's, or behind it. */
    InstantSource clock(Duration ahead) {
        return () -> now.plus(ahead);
    }

    Duration passed() {
        return Duration.between(START, now);
    }

    @Override
    public void pause(Duration duration) {
        pauses.add(duration);
        pass(duration);
    }

    void pass(Duration duration) {
        Instant end = now.plus(duration);
        for (Optional<Timer> next = due(end); next.isPresent(); next = due(end)) {
            timers.remove(next.get());
            now = next.get().due();
            next.get().action().run();
        }
        now = end;
    }

    private Optional<Timer> due(Instant end) {
        return timers.stream().filter(timer -> !timer.due().isAfter(end)).min(Comparator.comparing(Timer::due));
    }

    @Override
    public Guard after(Duration duration, Runnable action) {
        Timer timer = new Timer(now.plus(duration), action);
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    /** Whoever relied on a timer is gone, as by a kill. */
    void killAll() {
        timers.clear();
    }

    int waiting() {
        return timers.size();
    }

    List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
