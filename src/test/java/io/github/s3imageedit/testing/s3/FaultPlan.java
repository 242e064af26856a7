package io.github.s3imageedit.testing.s3;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which of the next requests fail, and how; the plan made first is used up first. */
public final class FaultPlan {
    private final List<Entry> entries = new ArrayList<>();

    /** The next {@code times} requests that match suffer the fault; the SDK by itself asks up to three times. */
    public synchronized void next(Predicate<S3Call> which, Fault fault, int times) {
        entries.add(new Entry(which, fault, 0, times));
    }

    /** Of the requests to come that match, only this one suffers the fault; the first is number 1. */
    public synchronized void only(int number, Predicate<S3Call> which, Fault fault) {
        entries.add(new Entry(which, fault, number - 1, 1));
    }

    public void next(Operation operation, Fault fault, int times) {
        next(call -> call.operation() == operation, fault, times);
    }

    public void next(Operation operation, Fault fault) {
        next(operation, fault, 1);
    }

    public void always(Predicate<S3Call> which, Fault fault) {
        next(which, fault, Integer.MAX_VALUE);
    }

    public synchronized void clear() {
        entries.clear();
    }

    synchronized Optional<Fault> take(S3Call call) {
        for (Iterator<Entry> left = entries.iterator(); left.hasNext(); ) {
            Entry entry = left.next();
            if (entry.strikes(call)) {
                entry.times--;
                if (entry.times == 0) {
                    left.remove();
                }
                return Optional.of(entry.fault);
            }
        }
        return Optional.empty();
    }

    /** One fault with what is left of it. */
    private static final class Entry {
        private final Predicate<S3Call> which;
        private final Fault fault;
        private int spared;
        private int times;

        private Entry(Predicate<S3Call> which, Fault fault, int spared, int times) {
            this.which = which;
            this.fault = fault;
            this.spared = spared;
            this.times = times;
        }

        private boolean strikes(S3Call call) {
            return which.test(call) && spared-- <= 0;
        }
    }
}
