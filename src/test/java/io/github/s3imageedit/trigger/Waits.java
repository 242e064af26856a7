package io.github.s3imageedit.trigger;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waiting in the place of S3. */
public final class Waits {
    private Waits() {}

    /** So long that others would begin if they were allowed to. */
    public static void shortly() {
        until(new CountDownLatch(1), 5);
    }

    /** Until something happens, or a test's time is up. */
    public static void until(CountDownLatch event) {
        until(event, 20_000);
    }

    private static void until(CountDownLatch event, long millis) {
        try {
            if (!event.await(millis, TimeUnit.MILLISECONDS) && millis > 1000) {
                throw new IllegalStateException("it did not happen");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
