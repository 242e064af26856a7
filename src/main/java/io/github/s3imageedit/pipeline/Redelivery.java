package io.github.s3imageedit.pipeline;

import java.time.Duration;
import java.util.Map;

/** Decides when a queue delivers again what was handed back to it. */
@FunctionalInterface
public interface Redelivery {
    /**
     * Has messages come again at a time of our choice, instead of when the queue's own visibility timeout ends. It is a
     * kindness: where it fails, that is logged, and the queue's own time counts.
     *
     * @param queue the queue's ARN
     * @param delays from now, by the messages' receipt handles
     * @param patience for all requests together
     */
    void delay(String queue, Map<String, Duration> delays, Duration patience);
}
