package io.github.s3imageedit.testing.endpoint;

import java.time.Instant;

/**
 * One reading of the request log.
 *
 * @param outcome the status, or the name of the fault
 */
public record LogRead(Instant at, String target, Headers headers, String outcome) {
    String line() {
        return "log: " + target + " -> " + outcome;
    }
}
