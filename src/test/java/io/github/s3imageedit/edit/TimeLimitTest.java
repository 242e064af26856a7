package io.github.s3imageedit.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.s3imageedit.job.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much time an exchange has, what of it is ours left out. */
final class TimeLimitTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ManualClock clock = new ManualClock();
    private final List<Duration> armed = new ArrayList<>();
    private int calledOff;
    private final TimeLimit limit = new TimeLimit(this::arm, Deadline.in(MINUTE, clock), () -> {});

    private Watchdog.Guard arm(Duration duration, Runnable action) {
        armed.add(duration);
        return () -> calledOff++;
    }

    @Test
    void standsStillDuringEachStepHoweverLongItTakes() throws IOException {
        clock.advance(Duration.ofSeconds(20));
        limit.without(() -> clock.advance(Duration.ofSeconds(50)));
        clock.advance(Duration.ofSeconds(10));
        limit.without(() -> clock.advance(Duration.ofHours(1)));

        assertThat(armed).containsExactly(MINUTE, Duration.ofSeconds(40), Duration.ofSeconds(30));
        assertThat(calledOff).isEqualTo(2);
    }

    @Test
    void goesOnWhereAStepFailed() {
        assertThatThrownBy(() -> limit.without(() -> {
                    clock.advance(Duration.ofSeconds(5));
                    throw new IOException("made by a test");
                }))
                .hasMessage("made by a test");

        assertThat(armed).containsExactly(MINUTE, MINUTE);
    }

    @Test
    void isCalledOffWithTheExchange() {
        limit.close();

        assertThat(calledOff).isEqualTo(1);
    }
}
