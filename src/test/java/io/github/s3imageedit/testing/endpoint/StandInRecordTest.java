package io.github.s3imageedit.testing.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the stand-in remembers and tells, and how it is run and steered from outside. */
final class StandInRecordTest extends StandInWithClient {
    @TempDir
    Path folder;

    @Test
    void remembersTheCallAsItCame() throws IOException, NoSuchAlgorithmException {
        client.edit(form().text("n", "2"));
        EditCall call = endpoint.calls().getFirst();
        ReceivedPart picture = call.files().getFirst();

        assertThat(call.names()).containsExactly("model", "prompt", "image", "n");
        assertThat(call.field("prompt")).contains("add a red hat");
        assertThat(call.headers().first("AUTHORIZATION")).contains("Bearer " + StandInSettings.DEFAULT_KEY);
        assertThat(call.contentLength()).isEqualTo(form().text("n", "2").closed().length);
        assertThat(call.opening())
                .startsWith("--stand-in-boundary\r\nContent-Disposition: form-data; name=\"model\"\r\n");
        assertThat(picture.fileName()).contains("picture.png");
        assertThat(picture.mediaType()).contains("image/png");
        assertThat(picture.length()).isEqualTo(PICTURE.length);
        assertThat(picture.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(PICTURE)));
        assertThat(call.outcome()).isEqualTo("200");
    }

    @Test
    void takesFurtherFieldsAndOtherKeysWhenToldTo() throws IOException {
        restart(StandInSettings.of(Dialect.LUMENFALL)
                .withFurtherFields(Set.of("guidance_scale"))
                .withKeys(Set.of("other", StandInSettings.DEFAULT_KEY)));

        assertThat(client.edit(form().text("guidance_scale", "7")).statusCode()).isEqualTo(200);
    }

    @Test
    void isSteeredOverHttp() throws IOException {
        assertThat(TestClient.text(client.post("/control/faults", "status=503\nfetch:html\n")))
                .isEqualTo("{\"queued\":2}");
        assertThat(TestClient.text(client.post("/control/faults", "{\"faults\":[\"status=500\"]}")))
                .isEqualTo("{\"queued\":1}");
        assertThat(client.post("/control/faults", "nonsense").statusCode()).isEqualTo(400);
        assertThat(client.edit(form()).statusCode()).isEqualTo(503);
        assertThat(client.edit(form()).statusCode()).isEqualTo(500);
        client.edit(form());

        HttpResponse<byte[]> calls = client.fetch(endpoint.origin() + "/control/calls");
        assertThat(TestClient.text(calls))
                .startsWith("{\"received\":3,\"paid\":1,\"calls\":[{\"sequence\":1,")
                .contains("\"value\":\"add a red hat\"")
                .doesNotContain(StandInSettings.DEFAULT_KEY);
        client.post("/control/reset", "");
        assertThat(endpoint.receivedCalls()).isZero();
        assertThat(endpoint.calls()).isEmpty();
    }

    @Test
    void takesItsOptionsFromTheCommandLine() throws IOException {
        Path faults = Files.writeString(folder.resolve("faults"), "status=503\n\nhtml=502\n");
        Path result = Files.write(folder.resolve("result.png"), PICTURE);
        String options = "--host 0.0.0.0 --port 0 --mode openai --key mine --delay 1ms --fault empty=500 --faults "
                + faults + " --result " + result;
        TestForm form = new TestForm()
                .text("model", "gpt-image-2")
                .text("prompt", "hat")
                .png("image", PICTURE);
        String head = TestClient.head(form.closed().length).replace(StandInSettings.DEFAULT_KEY, "mine");

        try (StandInEndpoint started = CommandLine.start(List.of(options.split(" ", -1)));
                TestClient caller = new TestClient(started)) {
            for (String expected : List.of("HTTP/1.1 500 ", "HTTP/1.1 503 ", "HTTP/1.1 502 ", "\"usage\":{")) {
                assertThat(caller.converse(head, form.closed())).contains(expected);
            }
        }
    }

    @Test
    void refusesUnknownOptions() {
        assertThatThrownBy(() -> CommandLine.start(List.of("--unknown", "1"))).hasMessage("unknown option: --unknown");
        assertThatThrownBy(() -> CommandLine.start(List.of("--port")))
                .hasMessageContaining("every option takes a value");
    }

    @Test
    void readsEveryFaultThatItCanMake() {
        String edits = """
            none  delay=1s  delay=1s+fewer  status=503  early=413  html=200  empty=200  error-200  flat-error-200
            redirect=http://a/  cut-before-body  cut-body=1  cut-after-body  cut-head  cut-reply=1  truncate=1
            truncate-undeclared=1  chunked  cut-chunks=1  endless=string  endless=base64  endless=whitespace
            drip=1ms  result-url=http://a/  result-credentials  empty-data  missing-data  null-data  fewer  more
            invalid-base64  no-picture
            """;
        String fetches = "none delay=1s delay=1s+html status=404 cut=1 redirect=http://a/ endless html length=9";

        assertThat(edits.strip().split("\\s+", -1)).allSatisfy(FaultSpecification::fault);
        assertThat(fetches.split(" ", -1)).allSatisfy(FaultSpecification::fetchFault);
        assertThatThrownBy(() -> FaultSpecification.fault("wish")).hasMessage("unknown fault: wish");
    }
}
