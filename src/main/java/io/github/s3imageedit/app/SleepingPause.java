package io.github.s3imageedit.app;

import io.github.s3imageedit.edit.Pause;
import java.time.Duration;

/** Lets real time pass. */
final class SleepingPause implements Pause {
    @Override
    public void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
