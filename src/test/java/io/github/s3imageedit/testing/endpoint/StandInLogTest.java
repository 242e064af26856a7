package io.github.s3imageedit.testing.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Lumenfall's request log has a record of every call whose body came in full, true or as scripted. */
final class StandInLogTest extends StandInWithClient {
    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void recordsACompletedCall() throws IOException {
        byte[] body = form().text("user", "who").closed();
        HttpRequest call = client.request(body)
                .header("traceparent", "00-" + TRACE_ID + "-00f067aa0ba902b7-01")
                .build();
        assertThat(TestClient.text(client.send(call))).contains("\"id\":\"req_000001\"", "\"cost\":0.0400,");

        assertThat(log())
                .matches("\\{\"object\":\"list\",\"data\":\\[\\{.*}],\"next_page_url\":null}")
                .contains("{\"id\":\"req_000001\",\"model\":\"gemini-3-pro-image\",")
                .contains("\"endpoint\":\"/openai/v1/images/edits\",\"status\":\"completed\",\"cost\":0.0400,")
                .contains("\"error_code\":null,\"error_message\":null,")
                .contains("\"trace_id\":\"" + TRACE_ID + "\",\"user\":\"who\",\"created_at\":\"20")
                .containsPattern("\"created_at\":\"[^\"]+Z\",\"duration_ms\":[0-9]+,")
                .endsWith("\"request_size_bytes\":" + body.length + "}],\"next_page_url\":null}");
    }

    @Test
    void hasNoTraceIdOfAMalformedHeader() throws IOException {
        client.send(client.request(form().closed())
                .header("traceparent", "00-" + TRACE_ID)
                .build());

        assertThat(log()).contains("\"trace_id\":null,\"user\":null");
        assertThat(endpoint.paidCalls()).isEqualTo(1);
    }

    @Test
    void showsTheCallAsProcessingUntilItsReplyIsDecided() throws IOException {
        Map<Stage, String> shown = new ConcurrentHashMap<>();
        endpoint.onStage((stage, sequence) -> {
            if (stage == Stage.MID_BODY || stage == Stage.BODY_RECEIVED || stage == Stage.REPLY_BEGUN) {
                shown.put(stage, unchecked());
            }
        });
        endpoint.script(Fault.delay(Duration.ofMillis(50)));
        client.edit(form());

        assertThat(shown.get(Stage.MID_BODY)).contains("\"data\":[]");
        assertThat(shown.get(Stage.BODY_RECEIVED))
                .contains("\"status\":\"processing\",\"cost\":null")
                .contains("\"duration_ms\":null");
        assertThat(shown.get(Stage.REPLY_BEGUN))
                .contains("\"status\":\"completed\",\"cost\":0.0400")
                .containsPattern("\"duration_ms\":[1-9][0-9]+,");
    }

    @Test
    void chargesWorkThatNobodyGotToSee() throws IOException {
        endpoint.script(Fault.cutAfterBody(), Fault.cutInReplyHead(), Fault.cutInReply(9), Fault.html(504));
        endpoint.script(Fault.empty(504), Fault.html(524), Fault.truncated(60), Fault.html(200));
        callRaw(8);

        assertThat(statuses()).containsOnly("completed 0.0400").hasSize(8);
        assertThat(endpoint.paidCalls()).isEqualTo(8);
    }

    @Test
    void tellsRefusalsFromFailures() throws IOException {
        endpoint.script(Fault.status(400, "CONTENT_POLICY_VIOLATION", "no"), Fault.status(502), Fault.html(503));
        endpoint.script(Fault.errorWithin200(), Fault.status(504));
        callRaw(5);
        client.edit(form().text("n", "0"));

        assertThat(statuses())
                .containsExactly(
                        "rejected null",
                        "upstream_failure 0",
                        "upstream_failure 0",
                        "upstream_failure 0",
                        "upstream_failure 0",
                        "rejected null");
        assertThat(log())
                .contains("\"error_code\":\"CONTENT_POLICY_VIOLATION\",\"error_message\":\"no\"")
                .contains("\"error_code\":\"ALL_PROVIDERS_EXHAUSTED\"")
                .contains("\"error_code\":\"INVALID_REQUEST\",\"error_message\":\"Invalid value for `n`: '0'.\"");
        assertThat(endpoint.paidCalls()).isZero();
    }

    @Test
    void hasNoRecordOfIncompleteBodiesEarlyAnswersAndUnknownKeys() throws IOException {
        byte[] body = form().closed();
        String head = TestClient.head(body.length);
        client.converse(TestClient.head(body.length + 1), body);
        client.converse(head.replace(StandInSettings.DEFAULT_KEY, "wrong"), body);
        endpoint.script(Fault.cutInBody(100), Fault.early(503));
        client.converse(head, body);
        client.converse(head, body);

        assertThat(log()).contains("\"data\":[]");
        assertThat(endpoint.receivedCalls()).isEqualTo(4);
    }

    @Test
    void showsWhatIsScripted() throws IOException {
        endpoint.scriptRecords(
                LoggedAs.absent(),
                LoggedAs.truth(),
                LoggedAs.status(RequestStatus.PENDING),
                LoggedAs.status(RequestStatus.COMPLETED, "0.08"));
        endpoint.script(List.of(
                "record:processing",
                "record:upstream_failure=0.0130",
                "2*record:cancelled",
                "record:rejected",
                "record:absent"));
        callRaw(11);

        assertThat(statuses())
                .containsExactly(
                        "completed 0.0400",
                        "rejected null",
                        "cancelled 0",
                        "cancelled 0",
                        "upstream_failure 0.0130",
                        "processing null",
                        "completed 0.08",
                        "pending null",
                        "completed 0.0400");
        assertThat(log()).startsWith("{\"object\":\"list\",\"data\":[{\"id\":\"req_000011\"");
        assertThat(endpoint.paidCalls()).isEqualTo(11);
    }

    @Test
    void countsPaidCallsApartFromAllOthers() throws IOException {
        endpoint.script(Fault.status(503), Fault.cutAfterBody(), Fault.early(500), Fault.html(504));
        callRaw(5);
        client.edit(form().text("n", "0"));
        log();

        assertThat(endpoint.receivedCalls()).isEqualTo(6);
        assertThat(endpoint.paidCalls()).isEqualTo(3);
        assertThat(TestClient.text(client.fetch(endpoint.origin() + "/control/counts")))
                .isEqualTo("{\"received\":6,\"paid\":3,\"fetches\":0,\"log_reads\":1}");
    }

    /** One after the other; some end in a cut. */
    private void callRaw(int times) throws IOException {
        byte[] body = form().closed();
        for (int call = 0; call < times; call++) {
            client.converse(TestClient.head(body.length), body);
        }
    }

    /** With the cost, newest first. */
    private List<String> statuses() throws IOException {
        return Pattern.compile("\"status\":\"([a-z_]+)\",\"cost\":([^,]+),")
                .matcher(log())
                .results()
                .map(match -> match.group(1) + " " + match.group(2))
                .toList();
    }

    private String unchecked() {
        try {
            return log();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String log() throws IOException {
        return TestClient.text(client.log(""));
    }
}
