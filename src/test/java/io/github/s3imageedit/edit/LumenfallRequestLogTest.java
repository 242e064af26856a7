package io.github.s3imageedit.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.testing.endpoint.LogFault;
import io.github.s3imageedit.testing.endpoint.LogRead;
import io.github.s3imageedit.testing.endpoint.LoggedAs;
import io.github.s3imageedit.testing.endpoint.RequestStatus;
import io.github.s3imageedit.testing.endpoint.StandInSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the endpoint's records say of a lost call, and what is made of records that cannot be read. */
final class LumenfallRequestLogTest extends WithRequestLog {
    private void lose(TraceParent trace, LoggedAs as) {
        endpoint.scriptRecords(as);
        at(endpoint.baseUrl(), EndpointProfile.LUMENFALL)
                .edit(Requests.edit(), new Permit(trace, () -> {}), received, in(AMPLE));
    }

    private void loseOthers(int count) {
        for (int call = 0; call < count; call++) {
            lose(TraceParent.of("another call " + call), LoggedAs.truth());
        }
    }

    @Test
    void findsTheCallOnTheThirdPageOfSeveral() {
        loseOthers(1);
        lose(TRACE, LoggedAs.status(RequestStatus.COMPLETED, "0.0400"));
        loseOthers(210);

        assertThat(find()).isEqualTo(completed("req_000002", "0.0400"));
        assertThat(endpoint.logReads())
                .hasSize(3)
                .allMatch(read -> read.outcome().equals("200"));
        assertThat(endpoint.logReads()).extracting(LogRead::target).allMatch(target -> target.contains("limit=100"));
    }

    private static CallRecord completed(String id, String cost) {
        return new CallRecord.Completed(new Charge(Optional.of(id), Optional.of(cost), Optional.of("USD")));
    }

    @Test
    void findsNothingAmongManyAfterTheLastPage() {
        loseOthers(101);

        assertThat(find()).isEqualTo(new CallRecord.Absent(false));
        assertThat(endpoint.logReads()).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void knowsTheTraceInWhateverCaseItIsWritten(boolean upper) throws IOException {
        String id = upper ? TRACE.traceId().toUpperCase(Locale.ROOT) : TRACE.traceId();

        assertThat(answered(record(id, "completed", "0.0400"))).isEqualTo(completed("req_9", "0.0400"));
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETED, 0.0400, Completed", "COMPLETED, 0, Completed", "COMPLETED, 4e-2, Completed",
        "UPSTREAM_FAILURE, 0, Failed", "UPSTREAM_FAILURE, 0.0400, Failed", "REJECTED, 0.01, Failed",
        "REJECTED, 0.0000, Failed", "CANCELLED, 0, Failed", "CANCELLED, 0.0400, Failed"
    })
    void tellsWhatTheCallCostDigitForDigit(RequestStatus status, String cost, String kind) {
        lose(TRACE, LoggedAs.status(status, cost));

        CallRecord record = find();

        Charge charge = new Charge(Optional.of("req_000001"), Optional.of(cost), Optional.of("USD"));
        assertThat(record)
                .isEqualTo(kind.equals("Completed") ? new CallRecord.Completed(charge) : new CallRecord.Failed(charge));
        assertThat(charge.isNothing()).isEqualTo(cost.matches("[0.]+"));
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "PROCESSING"})
    void saysWhatIsStillUnderWay(RequestStatus status) {
        lose(TRACE, LoggedAs.status(status));

        assertThat(find()).isEqualTo(new CallRecord.Pending());
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "rejected"})
    void knowsNoCostWhereNoneIsTold(String status) throws IOException {
        for (String cost : List.of("null", "\"\"", "\"much\"", "{}", "[1]", "true", "\"NaN\"")) {
            CallRecord record = answered(record(TRACE.traceId(), status, cost));
            Charge charge =
                    record instanceof CallRecord.Completed(Charge told) ? told : ((CallRecord.Failed) record).charge();
            assertThat(charge.cost()).as(cost).isEmpty();
            assertThat(charge.isNothing()).isTrue();
        }
    }

    @Test
    void findsNothingWhereNothingIs() {
        lose(TRACE, LoggedAs.absent());
        loseOthers(2);

        assertThat(find()).isEqualTo(new CallRecord.Absent(false));
        assertThat(endpoint.logReads()).hasSize(4);
        assertThat(pauses.pauses())
                .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void findsARecordThatComesAMomentLater() {
        assertThat(find(pause -> lose(TRACE, LoggedAs.status(RequestStatus.COMPLETED, "0.0400"))))
                .isEqualTo(completed("req_000001", "0.0400"));
        assertThat(endpoint.logReads()).hasSize(2);
    }

    /** The key may have been changed since the call was made. */
    @Test
    void asksAgainWithAnotherKeyWhereOneIsRefused() {
        lose(TRACE, LoggedAs.status(RequestStatus.COMPLETED, "0.0400"));

        assertThat(find(new ChangedKey(), pauses)).isEqualTo(completed("req_000001", "0.0400"));
        assertThat(endpoint.logReads())
                .extracting(LogRead::outcome)
                .containsExactly("401 Invalid or malformed API key.", "200");
    }

    /** A key that was changed since it was read. */
    private static final class ChangedKey implements ApiKey {
        private String value = "an-old-key";

        @Override
        public String value() {
            return value;
        }

        @Override
        public boolean refresh(String refused) {
            value = StandInSettings.DEFAULT_KEY;
            return !refused.equals(value);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 405, 501})
    void takesAnEndpointWithoutRecordsForOneThatKnowsNothing(int status) {
        endpoint.scriptLog(LogFault.status(status));

        assertThat(find()).isEqualTo(new CallRecord.Absent(true));
        assertThat(endpoint.logReads()).hasSize(1);
    }

    static Stream<LogFault> troubles() {
        return Stream.of(
                LogFault.status(401),
                LogFault.status(429),
                LogFault.status(500),
                LogFault.status(503),
                LogFault.html(502),
                LogFault.html(200),
                LogFault.garbage());
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void triesAgainWhatCannotBeReadAndNeverTakesItForAbsent(LogFault trouble) {
        lose(TRACE, LoggedAs.truth());
        endpoint.scriptLog(3, trouble);
        assertThat(find()).isInstanceOf(CallRecord.Completed.class);
        assertThat(pauses.pauses())
                .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));

        endpoint.scriptLog(4, trouble);
        assertThat(find())
                .isInstanceOf(CallRecord.Unavailable.class)
                .asString()
                .doesNotContain(StandInSettings.DEFAULT_KEY);
        assertThat(endpoint.logReads()).hasSize(8);
    }

    @Test
    void givesUpAtTheDeadlineWhereTheRecordsDoNotCome() {
        endpoint.scriptLog(9, LogFault.hang());
        long start = System.nanoTime();

        assertThat(find(endpoint.baseUrl(), TRACE, Duration.ofMillis(700))).isInstanceOf(CallRecord.Unavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        assertThat(endpoint.logReads()).hasSize(1);
    }

    @Test
    void doesNotWaitPastTheDeadline() {
        endpoint.scriptLog(9, LogFault.status(503));

        assertThat(find(endpoint.baseUrl(), TRACE, Duration.ofMillis(1500))).isInstanceOf(CallRecord.Unavailable.class);
        assertThat(pauses.pauses()).containsExactly(Duration.ofMillis(500));
    }

    @Test
    void asksWithTheKeyAndForATimeAroundTheCall() {
        find();

        LogRead read = endpoint.logReads().getFirst();
        assertThat(read.target())
                .contains("created_after=" + sent.minusSeconds(900).toString().substring(0, 19))
                .contains("created_before=" + sent.plusSeconds(900).toString().substring(0, 19));
        assertThat(read.outcome()).isEqualTo("200");
    }
}
