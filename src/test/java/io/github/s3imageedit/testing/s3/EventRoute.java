package io.github.s3imageedit.testing.s3;

import java.util.Locale;

/** A way from a bucket to a queue. */
public enum EventRoute {
    /** S3's notification. */
    QUEUE,

    /** S3's notification in a topic's envelope. */
    TOPIC,

    /** S3's notification by a topic that delivers raw. */
    RAW_TOPIC,

    /** EventBridge's event. */
    BRIDGE,

    /** EventBridge's event, in a FIFO queue. */
    FIFO_BRIDGE;

    /** The group of all messages that EventBridge sends to a FIFO queue. */
    public static final String GROUP = "cats";

    String nameFor(String bucket) {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + "-of-" + bucket;
    }
}
