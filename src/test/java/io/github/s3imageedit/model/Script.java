package io.github.s3imageedit.model;

import io.github.s3imageedit.edit.Pause;
import io.github.s3imageedit.edit.Watchdog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;

/** Gives one worker the answers that it has had, and sets it aside at the first request that has none yet. */
final class Script implements Pause, Watchdog, InstantSource {
    /** Waiting longer than asked is always allowed, and makes fewer looks. */
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);

    private final Iterator<Reply> replies;
    private final Map<Integer, Timer> timers = new TreeMap<>();
    private final Deque<Runnable> put = new ArrayDeque<>();
    private Instant now;
    private int timersSet;
    private boolean beside;
    private Optional<Next.Asks> next = Optional.empty();

    private record Timer(Duration delay, Runnable action) {}

    Script(Instant start, List<Reply> replies) {
        this.now = start;
        this.replies = replies.iterator();
    }

    /** Where the answers ended. */
    Optional<Next.Asks> next() {
        return next;
    }

    Reply ask(Request request) {
        while (true) {
            Reply reply = nextReply(request);
            if (reply instanceof Reply.Clock(long millis)) {
                now = Instant.ofEpochMilli(millis);
                continue;
            }
            if (reply instanceof Reply.Due(int timer)) {
                besides(Optional.ofNullable(timers.remove(timer)).orElseThrow().action());
                continue;
            }
            while (!beside && !put.isEmpty()) {
                besides(put.remove());
            }
            return reply;
        }
    }

    private Reply nextReply(Request request) {
        if (next.isPresent()) {
            throw new Suspended();
        }
        if (!replies.hasNext()) {
            Map<Integer, Duration> delays = new LinkedHashMap<>();
            timers.forEach((number, timer) -> delays.put(number, timer.delay()));
            next = Optional.of(new Next.Asks(request, beside, delays));
            // Whoever waits for them waits no longer.
            put.forEach(Runnable::run);
            throw new Suspended();
        }
        return replies.next();
    }

    private void besides(Runnable action) {
        beside = true;
        action.run();
        beside = false;
    }

    /** Runs what goes beside the work before the work goes on, or once its next request has taken effect. */
    Executor executor(boolean late) {
        return task -> {
            if (late && !beside && next.isEmpty()) {
                put.add(task);
            } else {
                task.run();
            }
        };
    }

    @Override
    public void pause(Duration duration) {
        ask(new Request.Pause(duration.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : duration));
    }

    @Override
    public Guard after(Duration duration, Runnable action) {
        int number = ++timersSet;
        timers.put(number, new Timer(duration, action));
        return () -> timers.remove(number);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
