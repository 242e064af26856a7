package io.github.s3imageedit.testing.s3;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Events of one bucket in the order of their coming. */
public final class ReceivedEvents implements AutoCloseable {
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private Runnable end = () -> {};

    void add(String json) {
        events.add(json);
    }

    ReceivedEvents endingWith(Runnable action) {
        end = action;
        return this;
    }

    /** The next event, or empty where none comes in time. */
    public Optional<String> next(Duration patience) {
        try {
            return Optional.ofNullable(events.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        end.run();
    }
}
