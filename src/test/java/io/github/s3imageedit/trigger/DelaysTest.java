package io.github.s3imageedit.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.pipeline.Outcome.Cause;
import io.github.s3imageedit.pipeline.Outcome.Unavailable;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DelaysTest {
    private static Duration delay(Cause cause, int receiveCount) {
        return Delays.of(new Unavailable(cause, "reason"), receiveCount);
    }

    private static Duration delay(Cause cause, int receiveCount, Duration retryAfter) {
        return Delays.of(new Unavailable(cause, "reason", Optional.of(retryAfter)), receiveCount);
    }

    @ParameterizedTest
    @CsvSource({
        "TIME, PT30S, PT1M, PT2M, PT15M",
        "ELSEWHERE, PT1M, PT2M, PT4M, PT15M",
        "PART, PT1M, PT2M, PT4M, PT15M",
        "MOMENT, PT1M, PT2M, PT4M, PT20M",
        "OURS, PT5M, PT10M, PT20M, PT20M"
    })
    void doublesUpToTheLongest(Cause cause, Duration first, Duration second, Duration third, Duration longest) {
        assertThat(delay(cause, 1)).isEqualTo(first);
        assertThat(delay(cause, 2)).isEqualTo(second);
        assertThat(delay(cause, 3)).isEqualTo(third);
        assertThat(delay(cause, 12)).isEqualTo(longest);
        assertThat(delay(cause, 1000)).isEqualTo(longest);
        assertThat(delay(cause, Integer.MAX_VALUE)).isEqualTo(longest);
    }

    @ParameterizedTest
    @EnumSource
    void neverShrinksNorTurnsNegative(Cause cause) {
        Duration before = delay(cause, 0);
        assertThat(before).isEqualTo(delay(cause, 1));
        for (int count = 1; count <= 1000; count++) {
            Duration now = delay(cause, count);
            assertThat(now).isBetween(before, Duration.ofHours(1));
            before = now;
        }
    }

    /** A link that the endpoint gave for a paid picture is dead an hour after the call. */
    @ParameterizedTest
    @EnumSource
    void comesAgainWhileALinkToAPaidPictureLives(Cause cause) {
        assertThat(delay(cause, 1000)).isLessThan(Duration.ofMinutes(45));
    }

    @Test
    void waitsAsLongAsTheEndpointAsks() {
        assertThat(delay(Cause.MOMENT, 1, Duration.ofMinutes(7))).isEqualTo(Duration.ofMinutes(7));
        assertThat(delay(Cause.MOMENT, 1, Duration.ofHours(2))).isEqualTo(Duration.ofHours(2));
        assertThat(delay(Cause.OURS, 9, Duration.ofHours(2))).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void waitsNoShorterBecauseTheEndpointAsksForLittle() {
        assertThat(delay(Cause.MOMENT, 3, Duration.ofSeconds(1))).isEqualTo(Duration.ofMinutes(4));
        assertThat(delay(Cause.MOMENT, 1, Duration.ZERO)).isEqualTo(Duration.ofMinutes(1));
        assertThat(delay(Cause.MOMENT, 1, Duration.ofSeconds(-5))).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void asksNoLongerThanTheQueueAllows() {
        assertThat(delay(Cause.MOMENT, 1, Duration.ofHours(12))).isEqualTo(Duration.ofHours(11));
        assertThat(delay(Cause.MOMENT, 1, Duration.ofSeconds(Long.MAX_VALUE))).isEqualTo(Duration.ofHours(11));
    }
}
