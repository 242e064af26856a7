package io.github.s3imageedit.trouble;

import java.util.List;

/**
 * What came of one trouble.
 *
 * @param first what the delivery in trouble came to
 * @param left the ledger's stage behind it
 * @param pictures how many stood behind it
 * @param paidBefore calls that were paid for by then
 * @param attempts outcomes, as the sidecar tells them at the end
 * @param problems what should be otherwise
 */
record Row(
        Case of,
        String first,
        String left,
        int pictures,
        int paidBefore,
        int paid,
        List<String> attempts,
        long seconds,
        List<String> problems) {
    Row {
        attempts = List.copyOf(attempts);
        problems = List.copyOf(problems);
    }

    @Override
    public String toString() {
        return "%-68s | %-11s | left %-8s + %d | paid %d > %d | %-16s | %2d s | %s"
                .formatted(
                        of,
                        first,
                        left,
                        pictures,
                        paidBefore,
                        paid,
                        String.join(" ", attempts),
                        seconds,
                        problems.isEmpty() ? "whole" : String.join("; ", problems));
    }
}
