package io.github.s3imageedit.trouble;

import java.util.ArrayList;
import java.util.List;

/**
 * What a delivery in trouble left behind.
 *
 * @param stage of the ledger
 * @param pictures that stood
 * @param paid calls that had been paid for
 */
record Left(String stage, int pictures, int paid) {
    /** Paid for or not, nobody can tell. */
    boolean isUnknown() {
        return !stands() && (paid == 1 || stage.equals("sent"));
    }

    private boolean stands() {
        return pictures > 0 || stage.equals("received");
    }

    List<String> problems(Case of, int paidAtTheEnd) {
        List<String> problems = new ArrayList<>();
        if (paid > 1) {
            problems.add("one delivery paid " + paid + " times");
        }
        int allowed = isUnknown() && !of.stops() ? 2 : 1;
        if (paidAtTheEnd > allowed) {
            problems.add("paid " + paidAtTheEnd + " times, though " + pictures + " pictures and " + stage + " stood");
        }
        if (paidAtTheEnd == 0 && !isUnknown()) {
            problems.add("never paid");
        }
        return problems;
    }
}
