package io.github.s3imageedit.edit;

import io.github.s3imageedit.job.Deadline;
import java.io.IOException;
import java.time.Duration;

/** Ends an exchange that takes too long, whatever the peer does; what we do ourselves in between does not count. */
final class TimeLimit implements AutoCloseable {
    private final Watchdog watchdog;
    private final Runnable end;
    private Deadline deadline;
    private Watchdog.Guard guard;

    TimeLimit(Watchdog watchdog, Deadline deadline, Runnable end) {
        this.watchdog = watchdog;
        this.deadline = deadline;
        this.end = end;
        this.guard = watchdog.after(deadline.remaining(), end);
    }

    /** Something of ours that may take its time, such as storing what has come so far. */
    @FunctionalInterface
    interface Step {
        void run() throws IOException;
    }

    /** Stands still during a step: afterwards as much time is left as before. */
    void without(Step step) throws IOException {
        guard.close();
        Duration left = deadline.remaining();
        try {
            step.run();
        } finally {
            deadline = Deadline.in(left, deadline.clock());
            guard = watchdog.after(left, end);
        }
    }

    /** A deadline of its own for such a step. */
    Deadline in(Duration time) {
        return Deadline.in(time, deadline.clock());
    }

    @Override
    public void close() {
        guard.close();
    }
}
