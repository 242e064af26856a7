package io.github.s3imageedit.testing.endpoint;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The faults to come, one per call; an empty script means that all is well. */
final class FaultScript {
    private final Queue<Fault> edits = new ConcurrentLinkedQueue<>();
    private final Queue<FetchFault> fetches = new ConcurrentLinkedQueue<>();
    private final Queue<LoggedAs> records = new ConcurrentLinkedQueue<>();
    private final Queue<LogFault> logReads = new ConcurrentLinkedQueue<>();

    void addEdits(List<Fault> faults) {
        edits.addAll(faults);
    }

    void addFetches(List<FetchFault> faults) {
        fetches.addAll(faults);
    }

    void addRecords(List<LoggedAs> next) {
        records.addAll(next);
    }

    void addLogReads(List<LogFault> faults) {
        logReads.addAll(faults);
    }

    /** Both at once, so that calls that come together do not mix theirs. */
    synchronized ScriptedCall nextEdit() {
        return new ScriptedCall(
                Optional.ofNullable(edits.poll()).orElseGet(Fault::none),
                Optional.ofNullable(records.poll()).orElseGet(LoggedAs::truth));
    }

    FetchFault nextFetch() {
        return Optional.ofNullable(fetches.poll()).orElseGet(FetchFault::none);
    }

    LogFault nextLogRead() {
        return Optional.ofNullable(logReads.poll()).orElseGet(LogFault::none);
    }

    /** What one edit call takes from the script. */
    record ScriptedCall(Fault fault, LoggedAs loggedAs) {}

    void clear() {
        edits.clear();
        fetches.clear();
        records.clear();
        logReads.clear();
    }
}
