package io.github.s3imageedit.testing.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A call's {@code traceparent} is recorded as it came; only a well-formed one has a trace id; none is refused. */
final class StandInTraceTest extends StandInWithClient {
    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String VALID = "00-" + TRACE_ID + "-00f067aa0ba902b7-01";

    @Test
    void recordsTheHeaderAndItsTraceId() throws IOException {
        traced(VALID);
        EditCall call = endpoint.calls().getFirst();

        assertThat(call.traceparent()).contains(VALID);
        assertThat(call.traceId()).contains(TRACE_ID);
        assertThat(TestClient.text(client.fetch(endpoint.origin() + "/control/calls")))
                .contains("\"traceparent\":\"" + VALID + "\",\"trace_id\":\"" + TRACE_ID + "\"");
    }

    @Test
    void needsNone() throws IOException {
        client.edit(form());

        assertThat(endpoint.calls().getFirst().traceparent()).isEmpty();
        assertThat(TestClient.text(client.fetch(endpoint.origin() + "/control/calls")))
                .contains("\"traceparent\":null,\"trace_id\":null");
    }

    @Test
    void ignoresMalformedOnesButRecordsThem() throws IOException {
        List<String> malformed = List.of(
                "nonsense",
                VALID.toUpperCase(Locale.ROOT),
                VALID.substring(1),
                VALID + "-00",
                "01" + VALID.substring(2),
                VALID.replace(TRACE_ID, "0".repeat(32)),
                VALID.replace("00f067aa0ba902b7", "0".repeat(16)),
                VALID + ", " + VALID);
        for (String text : malformed) {
            traced(text);
        }

        assertThat(endpoint.calls())
                .allMatch(call -> call.traceId().isEmpty())
                .allMatch(EditCall::paid)
                .extracting(call -> call.traceparent().orElse(""))
                .isEqualTo(malformed);
    }

    private void traced(String traceparent) throws IOException {
        assertThat(client.send(client.request(form().closed())
                                .header("traceparent", traceparent)
                                .build())
                        .statusCode())
                .isEqualTo(200);
    }
}
