package io.github.s3imageedit.edit;

import java.time.Duration;

/** Ends what takes too long: socket timeouts bound a silence, not a drip. */
@FunctionalInterface
public interface Watchdog {
    /** Runs an action after a time, unless the guard is closed before. */
    Guard after(Duration duration, Runnable action);

    /** Calls the action off. */
    interface Guard extends AutoCloseable {
        @Override
        void close();
    }
}
