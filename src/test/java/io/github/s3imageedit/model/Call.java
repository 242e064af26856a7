package io.github.s3imageedit.model;

import java.util.EnumSet;
import java.util.Set;

/**
 * One call that the endpoint received in full.
 *
 * @param worker who made it
 * @param sent when, in milliseconds
 */
record Call(int worker, String trace, long sent, Set<Mark> marks) {
    /** What is known of it. */
    enum Mark {
        /** Its caller waits for the answer. */
        OPEN,
        /** It cost nothing, by the endpoint's word. */
        FREE,
        /** Its caller has begun to fetch what was promised, and so had time for the receipt. */
        FETCHING,
        /** S3 failed its caller after it. */
        TROUBLED,
        /** What came of it got lost, and not by its caller's fault: another one may follow. */
        LOST
    }

    boolean is(Mark mark) {
        return marks.contains(mark);
    }

    Call with(Mark mark) {
        Set<Mark> all = EnumSet.of(mark);
        all.addAll(marks);
        return new Call(worker, trace, sent, all);
    }

    Call closed() {
        Set<Mark> others = EnumSet.noneOf(Mark.class);
        marks.stream().filter(mark -> mark != Mark.OPEN).forEach(others::add);
        return new Call(worker, trace, sent, others);
    }
}
