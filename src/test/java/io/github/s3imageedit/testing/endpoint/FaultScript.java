package io.github.s3imageedit.testing.endpoint;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The faults to come, one per call; an empty script means that all is well. */
final class FaultScript {
    private final Queue<Fault> edits = new ConcurrentLinkedQueue<>();
    private final Queue<FetchFault> fetches = new ConcurrentLinkedQueue<>();

    void addEdits(List<Fault> faults) {
        edits.addAll(faults);
    }

    void addFetches(List<FetchFault> faults) {
        fetches.addAll(faults);
    }

    Fault nextEdit() {
        return Optional.ofNullable(edits.poll()).orElseGet(Fault::none);
    }

    FetchFault nextFetch() {
        return Optional.ofNullable(fetches.poll()).orElseGet(FetchFault::none);
    }

    void clear() {
        edits.clear();
        fetches.clear();
    }
}
