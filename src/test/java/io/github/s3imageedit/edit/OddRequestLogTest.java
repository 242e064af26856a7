package io.github.s3imageedit.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records in a form that nobody promised, and pages that lead elsewhere. */
final class OddRequestLogTest extends WithRequestLog {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{}",
                "{\"data\":null}",
                "{\"data\":{}}",
                "{\"error\":{\"message\":\"x\"}}",
                "{\"data\":[]",
                "{\"data\":[{\"id\":",
                "{\"data\":[1]}",
                "{\"data\":[null]}",
                "{\"data\":[[]]}",
                "{\"data\":[],\"next_page_url\":\"http://a b/\"}",
                "{\"data\":[],\"next_page_url\":\"%zz\"}",
                "{\"data\":[],\"next_page_url\":\"http://[\"}"
            })
    void takesNoOddPageForAnEmptyOne(String page) throws IOException {
        assertThat(answered(page)).isInstanceOf(CallRecord.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:%d/", "https://127.0.0.1:%d/", "//localhost:%d/x"})
    void neverFollowsAPageOfAnotherOrigin(String pattern) throws IOException {
        try (RawServer other = RawServer.answering(OK, record(TRACE.traceId(), "completed", "0.0400"))) {
            int port = URI.create(other.origin()).getPort();
            assertThat(answered(pageWithNext(String.format(Locale.ROOT, pattern, port))))
                    .isNotInstanceOf(CallRecord.Completed.class);
            assertThat(other.connections()).isZero();
        }
    }

    /** Such as have no host at all, or none that Java can read. */
    @ParameterizedTest
    @ValueSource(strings = {"mailto:someone@example.org", "http:///v1/requests", "http://under_score/", "file:/etc/x"})
    void neverStumblesOverAPageWithoutAHost(String next) throws IOException {
        assertThat(answered(pageWithNext(next))).isNotInstanceOf(CallRecord.Completed.class);
    }

    @Test
    void endsWherePagesGoRoundInACircle() throws IOException {
        try (RawServer server = RawServer.answering(OK, pageWithNext("/v1/requests?again"))) {
            assertThat(find(server.origin() + "/v1", TRACE, AMPLE)).isNotInstanceOf(CallRecord.Completed.class);
            assertThat(server.requests()).isLessThanOrEqualTo(200);
        }
    }

    private static String pageWithNext(String next) {
        return "{\"object\":\"list\",\"data\":[],\"next_page_url\":\"" + next + "\"}";
    }
}
