package io.github.s3imageedit.edit;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A watchdog on real time; knows how many guards were never closed. */
final class DaemonTimers implements Watchdog, AutoCloseable {
    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);

    DaemonTimers() {
        executor.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Guard after(Duration duration, Runnable action) {
        ScheduledFuture<?> future = executor.schedule(action, duration.toMillis(), TimeUnit.MILLISECONDS);
        return () -> future.cancel(false);
    }

    int waiting() {
        return executor.getQueue().size();
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
