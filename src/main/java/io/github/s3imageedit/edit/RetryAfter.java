package io.github.s3imageedit.edit;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;

/**
 * How long an endpoint asks to be left alone: {@code retry-after-ms}, or {@code Retry-After} in seconds or as a date (RFC
 * 9110, 10.2.3). A date counts from the answer's own {@code Date}, so that clocks need not agree.
 */
final class RetryAfter {
    private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);
    private static final BigDecimal LONGEST =
            BigDecimal.valueOf(Duration.ofDays(1).toMillis());

    private RetryAfter() {}

    static Optional<Duration> of(HttpResponse response) {
        return text(response, "retry-after-ms")
                .flatMap(text -> number(text, BigDecimal.ONE))
                .or(() -> text(response, "Retry-After")
                        .flatMap(text -> number(text, MILLIS).or(() -> until(text, text(response, "Date")))));
    }

    private static Optional<String> text(HttpResponse response, String name) {
        return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
    }

    private static Optional<Duration> number(String text, BigDecimal unit) {
        if (!text.matches("[0-9]{1,12}(\\.[0-9]{1,12})?")) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofMillis(
                new BigDecimal(text).multiply(unit).min(LONGEST).longValue()));
    }

    private static Optional<Duration> until(String text, Optional<String> now) {
        return date(text)
                .flatMap(end -> now.flatMap(RetryAfter::date)
                        .map(start -> Duration.between(start, end))
                        .map(wait -> wait.isNegative() ? Duration.ZERO : wait));
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
