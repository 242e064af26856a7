package io.github.s3imageedit.testing.endpoint;

import java.time.Instant;

/**
 * One request for a result's bytes.
 *
 * @param outcome the status, or the name of the fault
 */
public record FetchCall(int sequence, Instant at, String target, Headers headers, String outcome) {
    String line() {
        return "fetch " + sequence + ": " + target + " -> " + outcome;
    }
}
