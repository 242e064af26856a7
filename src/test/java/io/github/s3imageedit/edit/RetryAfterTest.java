package io.github.s3imageedit.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long an endpoint asks to be left alone. */
final class RetryAfterTest {
    private static final String NOON = "Mon, 23 Nov 2026 12:00:00 GMT";

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "7, 7000",
        "120, 120000",
        "1.5, 1500",
        "0.0004, 0",
        "86400, 86400000",
        "86401, 86400000",
        "999999999999, 86400000"
    })
    void readsSecondsUpToADay(String header, long millis) {
        assertThat(retryAfter(header)).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "250, 250", "1500.9, 1500", "999999999999, 86400000"})
    void readsMilliseconds(String header, long millis) {
        BasicHttpResponse response = new BasicHttpResponse(429);
        response.setHeader("retry-after-ms", header);

        assertThat(RetryAfter.of(response)).contains(Duration.ofMillis(millis));
    }

    @Test
    void prefersMilliseconds() {
        BasicHttpResponse response = new BasicHttpResponse(429);
        response.setHeader("Retry-After", "9");
        response.setHeader("Retry-After-Ms", "250");

        assertThat(RetryAfter.of(response)).contains(Duration.ofMillis(250));
    }

    @Test
    void fallsBackToSecondsWhereMillisecondsCannotBeRead() {
        BasicHttpResponse response = new BasicHttpResponse(429);
        response.setHeader("Retry-After", "9");
        response.setHeader("retry-after-ms", "soon");

        assertThat(RetryAfter.of(response)).contains(Duration.ofSeconds(9));
    }

    @ParameterizedTest
    @CsvSource({
        "'Mon, 23 Nov 2026 12:00:30 GMT', 30",
        "'Mon, 23 Nov 2026 12:00:00 GMT', 0",
        "'Mon, 23 Nov 2026 11:00:00 GMT', 0",
        "'Tue, 24 Nov 2026 00:00:00 GMT', 43200"
    })
    void countsADateFromTheAnswersOwnDate(String header, long seconds) {
        BasicHttpResponse response = new BasicHttpResponse(503);
        response.setHeader("Date", NOON);
        response.setHeader("Retry-After", header);

        assertThat(RetryAfter.of(response)).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void knowsNothingFromADateWithoutADateToCountFrom() {
        assertThat(retryAfter(NOON)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "+5", "soon", "1e3", "0x10", "5 seconds", ".5", "1.", "NaN", "1234567890123"})
    void ignoresWhatIsNoTime(String header) {
        assertThat(retryAfter(header)).isEmpty();
    }

    @Test
    void knowsNothingWithoutTheHeader() {
        assertThat(RetryAfter.of(new BasicHttpResponse(429))).isEmpty();
    }

    private static Optional<Duration> retryAfter(String header) {
        BasicHttpResponse response = new BasicHttpResponse(429);
        response.setHeader("Retry-After", header);
        return RetryAfter.of(response);
    }
}
