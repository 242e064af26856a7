package io.github.s3imageedit.testing.endpoint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What Lumenfall's request log says became of a call. */
public enum RequestStatus {
    COMPLETED,
    PENDING,
    PROCESSING,
    UPSTREAM_FAILURE,
    REJECTED,
    CANCELLED;

    static RequestStatus spelled(String text) {
        return Arrays.stream(values())
                .filter(status -> status.spelling().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown status: " + text));
    }

    String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isFinal() {
        return this != PENDING && this != PROCESSING;
    }

    /** What is unknown yet or was never priced has no cost; what was tried in vain costs nothing. */
    Optional<String> usualCost() {
        return switch (this) {
            case COMPLETED -> Optional.of(EditReplyBody.COST);
            case UPSTREAM_FAILURE, CANCELLED -> Optional.of("0");
            case PENDING, PROCESSING, REJECTED -> Optional.empty();
        };
    }
}
