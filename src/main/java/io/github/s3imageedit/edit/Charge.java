package io.github.s3imageedit.edit;

import java.util.Optional;

/**
 * What a call cost whose answer was lost, by the endpoint's own records.
 *
 * @param cost as a JSON number, digit for digit
 */
public record Charge(Optional<String> requestId, Optional<String> cost, Optional<String> currency) {
    /** Whether nothing was charged, as far as the record tells. */
    public boolean isNothing() {
        return cost.filter(digits -> digits.matches(".*[1-9].*")).isEmpty();
    }
}
