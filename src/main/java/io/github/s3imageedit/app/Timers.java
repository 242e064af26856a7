package io.github.s3imageedit.app;

import io.github.s3imageedit.edit.Watchdog;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Watches over all calls with one thread, which keeps no process alive. */
final class Timers implements Watchdog {
    private final ScheduledThreadPoolExecutor executor;

    Timers() {
        executor = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "watchdog");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Guard after(Duration duration, Runnable action) {
        ScheduledFuture<?> future = executor.schedule(action, duration.toMillis(), TimeUnit.MILLISECONDS);
        return () -> future.cancel(false);
    }
}
