package io.github.s3imageedit.app;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads for what runs beside an edit: as many as are needed, none of which keeps a process alive. */
final class Workers implements Executor {
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "worker");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }
}
