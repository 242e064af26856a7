package io.github.s3imageedit.testing.endpoint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** What came in, in order of arrival; every entry is complete before its reply is sent. */
final class CallLog {
    private final Consumer<String> lines;
    private final List<EditCall> edits = new ArrayList<>();
    private final List<FetchCall> fetches = new ArrayList<>();
    private final List<LogRead> logReads = new ArrayList<>();
    private int received;
    private int fetched;

    CallLog(Consumer<String> lines) {
        this.lines = lines;
    }

    synchronized int beginEdit() {
        return ++received;
    }

    synchronized int beginFetch() {
        return ++fetched;
    }

    void add(EditCall call) {
        lines.accept(call.line());
        synchronized (this) {
            edits.add(call);
        }
    }

    void add(FetchCall call) {
        lines.accept(call.line());
        synchronized (this) {
            fetches.add(call);
        }
    }

    void add(LogRead read) {
        lines.accept(read.line());
        synchronized (this) {
            logReads.add(read);
        }
    }

    synchronized int received() {
        return received;
    }

    synchronized List<EditCall> edits() {
        return edits.stream()
                .sorted(Comparator.comparingInt(EditCall::sequence))
                .toList();
    }

    synchronized List<FetchCall> fetches() {
        return fetches.stream()
                .sorted(Comparator.comparingInt(FetchCall::sequence))
                .toList();
    }

    synchronized List<LogRead> logReads() {
        return List.copyOf(logReads);
    }

    int paid() {
        return Math.toIntExact(edits().stream().filter(EditCall::paid).count());
    }

    synchronized void clear() {
        edits.clear();
        fetches.clear();
        logReads.clear();
        received = 0;
        fetched = 0;
    }
}
