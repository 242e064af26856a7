package io.github.s3imageedit.testing.endpoint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lumenfall's own record of the calls whose body came in full, under a key that it knows. */
final class RequestLog {
    private final List<Entry> entries = new ArrayList<>();

    /** One call's place in the log; not in it where the script wants it absent. */
    final class Entry {
        private final LoggedAs as;
        private RequestRecord record;

        private Entry(LoggedAs as, RequestRecord record) {
            this.as = as;
            this.record = record;
        }

        void decide(Verdict verdict, Duration duration) {
            synchronized (RequestLog.this) {
                Verdict shown = verdict.shown(as);
                record = record.with(
                        shown,
                        Optional.of(duration).filter(time -> shown.status().isFinal()));
            }
        }
    }

    synchronized Entry begin(LoggedAs as, RequestRecord record) {
        Entry entry = new Entry(as, record.with(record.verdict().shown(as), Optional.empty()));
        if (!(as instanceof LoggedAs.Absent)) {
            entries.add(entry);
        }
        return entry;
    }

    synchronized List<RequestRecord> newestFirst() {
        return entries.stream()
                .map(entry -> entry.record)
                .sorted(Comparator.comparing(RequestRecord::createdAt)
                        .thenComparing(RequestRecord::id)
                        .reversed())
                .toList();
    }

    synchronized void clear() {
        entries.clear();
    }
}
