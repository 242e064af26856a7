package io.github.s3imageedit.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.edit.EditReply.Busy;
import io.github.s3imageedit.edit.EditReply.Denied;
import io.github.s3imageedit.edit.EditReply.Rejected;
import io.github.s3imageedit.edit.EditReply.Unknown;
import io.github.s3imageedit.edit.EditReply.Unusable;
import io.github.s3imageedit.job.Deadline;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a call is made again, after how long, and when not. */
final class EditCallerTest extends WithScriptedCalls {
    @ParameterizedTest
    @MethodSource("ends")
    void callsOnlyOnceForWhatIsDecided(EditReply reply) {
        ScriptedEndpoint endpoint = scripted(reply);

        assertThat(call(endpoint).reply()).isSameAs(reply);
        assertThat(endpoint.calls()).isEqualTo(1);
        assertThat(clock.pauses()).isEmpty();
    }

    static Stream<EditReply> ends() {
        return Stream.of(
                ANSWERED,
                new Rejected(error(400), ReplyFacts.NONE),
                new Unusable(error(200), ReplyFacts.NONE),
                new Unknown("cut", Optional.empty()),
                new Unknown("cut", Optional.of(504)),
                new Denied(error(402)),
                new Denied(error(403)),
                new Denied(error(404)));
    }

    @Test
    void callsAgainUntilThereIsAnEnd() {
        EditCall call = call(scripted(BUSY, GONE, ANSWERED));

        assertThat(call.reply()).isSameAs(ANSWERED);
        assertThat(clock.pauses()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 250 500 1000 2000 4000 8000 10000 10000 10000",
        "0.5, 375 750 1500 3000 6000 12000 15000 15000 15000",
        "1, 500 1000 2000 4000 8000 16000 20000 20000 20000"
    })
    void waitsLongerEachTimeWithJitterUpToABoundAndGivesUpAfterTenCalls(double jitter, String millis) {
        random = jitter;
        ScriptedEndpoint endpoint = scripted(BUSY);

        assertThat(call(endpoint).reply()).isSameAs(BUSY);
        assertThat(clock.pauses())
                .isEqualTo(Stream.of(millis.split(" ", -1))
                        .map(Long::valueOf)
                        .map(Duration::ofMillis)
                        .toList());
        assertThat(endpoint.calls()).isEqualTo(10);
    }

    @Test
    void backsOffAlikeFromWhatCannotBeReached() {
        random = 1;
        call(scripted(GONE, GONE, GONE, ANSWERED));

        assertThat(clock.pauses()).containsExactly(millis(500), millis(1000), millis(2000));
    }

    @ParameterizedTest
    @CsvSource({"7000, 0, 7000", "7000, 1, 7700", "1500, 1, 1650", "30000, 1, 31000", "1, 1, 1", "250, 0.5, 262"})
    void waitsAsLongAsItWasAskedToAndALittleLonger(long asked, double jitter, long waited) {
        random = jitter;
        call(scripted(busy(Optional.of(millis(asked))), ANSWERED));

        assertThat(clock.pauses()).containsExactly(millis(waited));
    }

    /** An endpoint that says "now" to everybody is not to be stormed ten times within a moment. */
    @Test
    void backsOffWhereItWasAskedToWaitForNoTime() {
        call(scripted(busy(Optional.of(Duration.ZERO))));

        assertThat(clock.pauses()).allMatch(pause -> pause.compareTo(millis(250)) >= 0);
    }

    @Test
    void handsBackAtOnceWhatAsksForMoreTimeThanThereIs() {
        time = Duration.ofSeconds(60);
        Busy busy = busy(Optional.of(Duration.ofSeconds(60)));
        ScriptedEndpoint endpoint = scripted(busy);

        assertThat(call(endpoint).reply()).isSameAs(busy);
        assertThat(endpoint.calls()).isEqualTo(1);
        assertThat(clock.pauses()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 2001, 2249, 3000, 5000, 10_000, 30_000, 61_000})
    void neverWaitsPastTheDeadline(long milliseconds) {
        time = millis(milliseconds);
        ScriptedEndpoint endpoint = scripted(BUSY);

        assertThat(call(endpoint).reply()).isSameAs(BUSY);
        Duration passed = Duration.between(ManualClock.START, clock.instant());
        assertThat(passed.minus(CALL)).isLessThan(time);
    }

    /** A call that is cut off as soon as it is sent has an outcome that nobody knows, and perhaps a price. */
    @ParameterizedTest
    @ValueSource(longs = {2260, 2500, 3000, 3200})
    void beginsNoCallThatCannotEndInTime(long milliseconds) {
        time = millis(milliseconds);
        ScriptedEndpoint endpoint = scripted(BUSY);
        call(endpoint);

        assertThat(endpoint.calls()).isEqualTo(1);
    }

    /** S3 was asked before the last bytes, and took its time. */
    @Test
    void keepsTheLastBytesBackWhereTooLittleTimeIsLeftForTheAnswer() {
        time = Duration.ofSeconds(10);
        EditEndpoint endpoint = (request, permit, sink, deadline) -> {
            clock.advance(Duration.ofMillis(9500));
            permit.confirm().run();
            throw new AssertionError("the last bytes left");
        };

        EditCall call = new EditCaller(endpoint, key, clock, () -> random, longestCall)
                .call(Requests.edit(), journal, (index, image) -> {}, new CallTime(Deadline.in(time, clock), SHORTEST));

        assertThat(call.reply()).isInstanceOf(EditReply.Unreachable.class);
        assertThat(journal.ended()).extracting(Attempt::outcome).containsExactly(Attempt.Result.UNREACHABLE);
    }

    @Test
    void givesEachCallTheTimeThatIsLeft() {
        time = Duration.ofSeconds(60);
        ScriptedEndpoint endpoint = scripted(BUSY, BUSY, ANSWERED);
        call(endpoint);

        assertThat(endpoint.timesGiven()).containsExactly(millis(60_000), millis(57_750), millis(55_250));
    }

    @Test
    void boundsEachCallByTheSetting() {
        time = Duration.ofSeconds(9);
        longestCall = Optional.of(Duration.ofSeconds(5));
        ScriptedEndpoint endpoint = scripted(BUSY, BUSY, ANSWERED);
        call(endpoint);

        assertThat(endpoint.timesGiven()).containsExactly(millis(5000), millis(5000), millis(4250));
    }

    @Test
    void tellsEveryAttemptOnceAndTheJournalThoseThatDidNothing() {
        EditCall call = call(scripted(BUSY, GONE, new Denied(error(401)), new Unknown("cut", Optional.of(504))));

        assertThat(journal.ended())
                .containsExactly(
                        attempt(0, Attempt.Result.REFUSED, Optional.of(429)),
                        attempt(2250, Attempt.Result.UNREACHABLE, Optional.empty()),
                        attempt(4750, Attempt.Result.REFUSED, Optional.of(401)));
        assertThat(call.lastAttempt()).isEqualTo(attempt(6750, Attempt.Result.UNKNOWN, Optional.of(504)));
        assertThat(journal.begun()).isEqualTo(4);
    }

    @Test
    void tellsTheLastAttemptToTheJournalTooWhereItDidNothing() {
        EditCall call = call(scripted(new Denied(error(402))));

        assertThat(journal.ended()).containsExactly(call.lastAttempt());
    }

    @Test
    void tellsTheStatusOfAnAnswer() {
        assertThat(call(scripted(ANSWERED)).lastAttempt())
                .extracting(Attempt::outcome, Attempt::status)
                .containsExactly(Attempt.Result.ANSWERED, Optional.of(200));
        assertThat(journal.ended()).isEmpty();
    }

    private static Attempt attempt(long afterMillis, Attempt.Result result, Optional<Integer> status) {
        return new Attempt(ManualClock.START.plusMillis(afterMillis), result, status, CALL, Optional.empty());
    }
}
