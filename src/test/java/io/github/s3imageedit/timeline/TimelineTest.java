package io.github.s3imageedit.timeline;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.edit.CallRecord;
import io.github.s3imageedit.pipeline.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Kills at every step, with the times of the deployed function, and the next deliveries as Lambda and SQS time them. */
final class TimelineTest {
    /** The template's timeouts, each with the time after which a message that was received is seen again. */
    private static final Map<Duration, Duration> VISIBILITY = Map.of(
            Duration.ofMinutes(2), Duration.ofMinutes(12),
            Duration.ofMinutes(5), Duration.ofMinutes(30),
            Duration.ofMinutes(8), Duration.ofMinutes(48),
            Duration.ofMinutes(15), Duration.ofMinutes(48));
    /** Lambda's own retries of a direct invocation come so long after a crash. */
    private static final List<Duration> RETRIES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(2));

    private static final int NEVER = Integer.MAX_VALUE;

    @TempDir
    Path folder;

    private Duration timeout = Duration.ZERO;

    /** One kill, and what followed. */
    private record Row(String step, int deliveries, int calls, String end) {}

    @ParameterizedTest
    @CsvSource({
        "false, 120, 8", "false, 300, 240", "false, 480, 420", "false, 900, 8", "false, 900, 850",
        "true, 120, 8", "true, 300, 240", "true, 480, 420", "true, 900, 8", "true, 900, 850"
    })
    void isDoneByTheNextDeliveryOfTheQueue(boolean inline, long timeoutSeconds, long callSeconds) throws IOException {
        timeout = Duration.ofSeconds(timeoutSeconds);
        assertWhole(rows(inline, Duration.ofSeconds(callSeconds), false));
    }

    @ParameterizedTest
    @CsvSource({
        "false, 120, 8", "false, 300, 240", "false, 480, 420", "false, 900, 8", "false, 900, 850",
        "true, 120, 8", "true, 300, 240", "true, 480, 420", "true, 900, 8", "true, 900, 850"
    })
    void isDoneByLambdasOwnRetries(boolean inline, long timeoutSeconds, long callSeconds) throws IOException {
        timeout = Duration.ofSeconds(timeoutSeconds);
        assertWhole(rows(inline, Duration.ofSeconds(callSeconds), true));
    }

    /** A record that stays as it is must not keep an edit from its end for ever. */
    @ParameterizedTest
    @MethodSource("untold")
    void givesUpACallThatTheRecordsDoNotTellOfWithinAnHour(CallRecord record) throws IOException {
        timeout = Duration.ofMinutes(8);
        Function function = new Function(folder, false, Duration.ofSeconds(20));
        function.show((trace, sent, deadline) -> record);
        function.invoke(timeout, steps(false, Duration.ofSeconds(20)).indexOf("before answer"));

        function.time().passUntil(Time.START.plus(visibility()));
        assertThat(function.invoke(timeout, NEVER)).get().isInstanceOf(Outcome.Unavailable.class);
        assertThat(function.paidCalls()).isEqualTo(1);
        function.time().passUntil(Time.START.plus(visibility().multipliedBy(2)));
        assertThat(function.invoke(timeout, NEVER)).get().isInstanceOf(Outcome.Edited.class);
        assertThat(state(function)).isEqualTo("1 picture, succeeded, tells of both");
    }

    static Stream<CallRecord> untold() {
        return Stream.of(new CallRecord.Pending(), new CallRecord.Unavailable("status 400"));
    }

    private List<Row> rows(boolean inline, Duration callTime, boolean direct) throws IOException {
        List<String> steps = steps(inline, callTime);
        List<Row> rows = new ArrayList<>();
        for (int step = 0; step < steps.size(); step++) {
            Function function = new Function(folder, inline, callTime);
            function.invoke(timeout, step);
            rows.add(row(steps.get(step), function, direct));
        }
        if (callTime.compareTo(Duration.ofMinutes(1)) < 0) {
            String kind = (direct ? "direct, " : "queue, ") + (inline ? "inline: " : "by link: ");
            rows.forEach(row -> System.out.println(kind + row));
        }
        return rows;
    }

    private List<String> steps(boolean inline, Duration callTime) throws IOException {
        Function clean = new Function(folder, inline, callTime);
        assertThat(clean.invoke(timeout, NEVER)).get().isInstanceOf(Outcome.Edited.class);
        return clean.steps().taken();
    }

    private Duration visibility() {
        return requireNonNull(VISIBILITY.get(timeout));
    }

    private Row row(String step, Function function, boolean direct) {
        Instant crash = function.time().instant();
        Optional<Outcome> end = Optional.empty();
        int deliveries = 1;
        for (int retry = 0; retry < 2 && !isEnd(end); retry++) {
            Instant next = direct
                    ? function.time().instant().plus(RETRIES.get(retry))
                    : Time.START.plus(visibility().multipliedBy(retry + 1));
            function.time().passUntil(next);
            Instant start = function.time().instant();
            end = function.invoke(timeout, NEVER);
            deliveries++;
            assertThat(Duration.between(start, function.time().instant()))
                    .as(step)
                    .isLessThan(timeout);
        }
        assertThat(crash).isBefore(function.time().instant());
        return new Row(step, deliveries, function.paidCalls(), state(function));
    }

    private static boolean isEnd(Optional<Outcome> outcome) {
        return outcome.filter(end -> !(end instanceof Outcome.Unavailable)).isPresent();
    }

    private static String state(Function function) {
        Map<String, String> texts = function.bucket().texts();
        long pictures =
                texts.keySet().stream().filter(key -> key.endsWith(".png")).count();
        String sidecars = texts.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(".json"))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());
        boolean tellsOfBoth = sidecars.contains("\"unknown\"") && sidecars.contains("\"answered\"");
        boolean succeeded = sidecars.contains("\"status\" : \"succeeded\"");
        return pictures + " picture, " + (succeeded ? "succeeded" : "not succeeded")
                + (tellsOfBoth ? ", tells of both" : "");
    }

    private static void assertWhole(List<Row> rows) {
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.end()).startsWith("1 picture, succeeded");
            assertThat(row.deliveries()).isEqualTo(2);
            assertThat(row.calls()).isBetween(1, 2);
            if (row.calls() == 2) {
                assertThat(row.end()).endsWith("tells of both");
            }
        });
        int firstTwice = rows.stream().map(Row::calls).toList().indexOf(2);
        int lastTwice = rows.stream().map(Row::calls).toList().lastIndexOf(2);
        // Sent is the second write of the ledger; the receipt the next but renewals, or a picture that stands before
        // it.
        assertThat(rows.get(firstTwice).step()).isIn("after body", "before answer");
        assertThat(rows.get(lastTwice).step()).isIn("before put ledger", "before put picture");
    }
}
