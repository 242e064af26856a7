package io.github.s3imageedit.edit;

import java.time.Duration;

/** Lets time pass; the real one sleeps. */
@FunctionalInterface
public interface Pause {
    void pause(Duration duration);
}
