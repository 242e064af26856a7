package io.github.s3imageedit.testing.endpoint;

import java.io.InterruptedIOException;
import java.time.Duration;

/** Waits that end at once when the stand-in is closed. */
final class Pauses {
    private Pauses() {}

    static void sleep(Duration time) throws InterruptedIOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the stand-in is being closed");
        }
    }
}
