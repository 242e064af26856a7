package io.github.s3imageedit.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimersTest {
    private final Timers timers = new Timers();

    @Test
    void ringsUnlessCalledOff() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch calledOff = new CountDownLatch(1);
        CountDownLatch rang = new CountDownLatch(1);
        // All share one thread, which waits here until the second has been called off.
        timers.after(Duration.ZERO, () -> await(release));
        timers.after(Duration.ZERO, calledOff::countDown).close();
        timers.after(Duration.ZERO, rang::countDown);
        release.countDown();

        assertThat(await(rang)).isTrue();
        assertThat(calledOff.getCount()).isEqualTo(1);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
