package io.github.s3imageedit.trigger;

import io.github.s3imageedit.pipeline.Outcome.Unavailable;
import java.time.Duration;

/**
 * When a message that was handed back is to come again: the later, the oftener it has come, so that it neither spins nor
 * uses up its receives; and never so late that the link to a picture that is paid for would be dead, an hour after the call.
 */
final class Delays {
    /** What cannot be read will not get better: the sooner the queue sets it aside, the sooner somebody looks at it. */
    static final Duration UNREADABLE = Duration.ofSeconds(30);

    /** SQS takes twelve hours from the receiving on; some of them have passed. */
    private static final Duration LONGEST_ASKED = Duration.ofHours(11);

    private static final int MOST_DOUBLINGS = 10;

    private Delays() {}

    static Duration of(Unavailable end, int receiveCount) {
        Duration own = switch (end.cause()) {
            case TIME -> doubled(Duration.ofSeconds(30), receiveCount, Duration.ofMinutes(15));
            case ELSEWHERE, PART -> doubled(Duration.ofMinutes(1), receiveCount, Duration.ofMinutes(15));
            case MOMENT -> doubled(Duration.ofMinutes(1), receiveCount, Duration.ofMinutes(20));
            case OURS -> doubled(Duration.ofMinutes(5), receiveCount, Duration.ofMinutes(20));
        };
        return end.retryAfter()
                .filter(asked -> asked.compareTo(own) > 0)
                .map(asked -> shorter(asked, LONGEST_ASKED))
                .orElse(own);
    }

    private static Duration doubled(Duration first, int receiveCount, Duration longest) {
        return shorter(first.multipliedBy(1L << Math.clamp(receiveCount - 1L, 0, MOST_DOUBLINGS)), longest);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
