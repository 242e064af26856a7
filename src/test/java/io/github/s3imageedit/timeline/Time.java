package io.github.s3imageedit.timeline;

import io.github.s3imageedit.edit.Pause;
import io.github.s3imageedit.edit.Watchdog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** Time that passes only when somebody works or waits; what is due then runs in between. */
final class Time implements InstantSource, Pause, Watchdog {
    static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

    private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparing(Due::at));
    private Instant now = START;

    private record Due(Instant at, Runnable action) {}

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void pause(Duration duration) {
        passUntil(now.plus(duration));
    }

    void passUntil(Instant end) {
        while (true) {
            Optional<Due> next =
                    Optional.ofNullable(due.peek()).filter(first -> first.at().isBefore(end));
            if (next.isEmpty()) {
                now = now.isAfter(end) ? now : end;
                return;
            }
            due.remove();
            now = now.isAfter(next.get().at()) ? now : next.get().at();
            next.get().action().run();
        }
    }

    /** A killed process renews nothing. */
    void forgetWhatIsDue() {
        due.clear();
    }

    @Override
    public Guard after(Duration duration, Runnable action) {
        Due entry = new Due(now.plus(duration), action);
        due.add(entry);
        return () -> due.remove(entry);
    }
}
