package io.github.s3imageedit.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.pipeline.Outcome.Cause;
import io.github.s3imageedit.pipeline.Outcome.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The template's fewest receives, at the times that the function chooses, outlast six hours of whatever trouble. */
class ReceivesTest {
    private static final Duration SIX_HOURS = Duration.ofHours(6);

    private static String template() throws IOException {
        return Files.readString(Path.of("template.yaml"));
    }

    private static List<Integer> numbers(String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(template())
                .results()
                .map(MatchResult::group)
                .map(found -> Integer.valueOf(found.replaceAll("(?s).*\\D(\\d+)\\D*$", "$1")))
                .toList();
    }

    private static int fewestReceives() throws IOException {
        return numbers("MaxReceiveCount:\\s+Type: Number\\s+(?:#[^\\n]*\\s+)*MinValue: \\d+")
                .getFirst();
    }

    @ParameterizedTest
    @EnumSource
    void outlastWhatIsHandedBack(Cause cause) throws IOException {
        Duration all = IntStream.rangeClosed(1, fewestReceives())
                .mapToObj(receive -> Delays.of(new Unavailable(cause, "reason"), receive))
                .reduce(Duration.ZERO, Duration::plus);

        assertThat(all).isGreaterThanOrEqualTo(SIX_HOURS);
    }

    /** What nobody handed back comes again when its visibility ends. */
    @Test
    void outlastKills() throws IOException {
        List<Integer> visibilities = numbers("\"\\d+\": \\{Seconds: \\d+}");

        assertThat(visibilities)
                .hasSize(4)
                .allSatisfy(seconds -> assertThat(Duration.ofSeconds(seconds).multipliedBy(fewestReceives()))
                        .isGreaterThanOrEqualTo(SIX_HOURS));
    }

    /** A link to what is paid for lives an hour, from some time within the invocation that died. */
    @Test
    void comeBeforeLinksDie() throws IOException {
        assertThat(numbers("\"\\d+\": \\{Seconds: \\d+}"))
                .allSatisfy(seconds -> assertThat(Duration.ofSeconds(seconds)).isLessThan(Duration.ofMinutes(50)));
    }
}
