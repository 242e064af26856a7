package io.github.s3imageedit.testing.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every scripted fault of an edit call happens as it is called, once, and is billed as the real endpoint would. */
final class StandInFaultTest extends StandInWithClient {
    @Test
    void answersWithAnyStatusOnceEach() throws IOException {
        endpoint.script(
                Fault.status(503), Fault.retryAfter(429, "7"), Fault.status(400, "CONTENT_POLICY_VIOLATION", "no"));

        assertThat(client.edit(form()).statusCode()).isEqualTo(503);
        HttpResponse<byte[]> limited = client.edit(form());
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Retry-After")).contains("7");
        assertThat(TestClient.text(limited)).contains("{\"error\":{", "\"code\":\"RATE_LIMITED\"");
        assertThat(TestClient.text(client.edit(form()))).contains("CONTENT_POLICY_VIOLATION");
        assertThat(endpoint.paidCalls()).isZero();
        assertThat(client.edit(form()).statusCode()).isEqualTo(200);
        assertThat(endpoint.paidCalls()).isEqualTo(1);
    }

    @Test
    void answersWithHtmlWithNothingAndWithErrorsUnder200() throws IOException {
        endpoint.script(Fault.html(502), Fault.html(200), Fault.empty(200), Fault.empty(500));
        endpoint.script(Fault.errorWithin200(), Fault.flatErrorWithin200(), Fault.html(524));

        assertThat(TestClient.text(client.edit(form()))).startsWith("<!DOCTYPE html>");
        assertThat(client.edit(form()).headers().firstValue("content-type")).contains("text/html; charset=UTF-8");
        assertThat(client.edit(form()).body()).isEmpty();
        assertThat(client.edit(form()).statusCode()).isEqualTo(500);
        assertThat(TestClient.text(client.edit(form()))).startsWith("{\"error\":{");
        assertThat(TestClient.text(client.edit(form()))).startsWith("{\"error_code\":\"UPSTREAM_ERROR\"");
        assertThat(client.edit(form()).statusCode()).isEqualTo(524);
        assertThat(endpoint.calls())
                .extracting(EditCall::paid)
                .containsExactly(false, true, true, false, false, false, true);
    }

    @Test
    void redirectsTheCallItself() throws IOException {
        endpoint.script(Fault.redirect("https://elsewhere.example/edits"));
        HttpResponse<byte[]> reply = client.edit(form());

        assertThat(reply.statusCode()).isEqualTo(307);
        assertThat(reply.headers().firstValue("Location")).contains("https://elsewhere.example/edits");
        assertThat(endpoint.paidCalls()).isZero();
    }

    @Test
    void cutsTheRequest() throws IOException {
        endpoint.script(Fault.cutBeforeBody(), Fault.cutInBody(100), Fault.early(413));
        byte[] body = form().closed();

        assertThatThrownBy(() -> client.edit(form())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> client.edit(form())).isInstanceOf(IOException.class);
        assertThat(client.converse(TestClient.head(body.length), new byte[0])).startsWith("HTTP/1.1 413 ");
        assertThat(endpoint.calls())
                .extracting(EditCall::outcome)
                .containsExactly("cut after 0 bytes of the body", "cut after 100 bytes of the body", "early 413");
        assertThat(endpoint.calls().get(1).opening()).hasSize(100);
        assertThat(endpoint.paidCalls()).isZero();
    }

    @Test
    void cutsTheReply() throws IOException {
        endpoint.script(Fault.cutAfterBody(), Fault.cutInReplyHead(), Fault.cutInReply(50));

        assertThat(raw()).isEmpty();
        assertThat(raw()).startsWith("HTTP/1.1 200 OK\r\n").doesNotContain("\r\n\r\n");
        String cut = raw();
        assertThat(bodyOf(cut)).hasSize(50);
        assertThat(cut).containsPattern("Content-Length: [0-9]{3}");
        assertThat(endpoint.paidCalls()).isEqualTo(3);
    }

    @Test
    void truncatesTheJsonButNotTheMessage() throws IOException {
        endpoint.script(Fault.truncated(60), Fault.truncatedUndeclared(60));

        assertThat(client.edit(form()).body()).hasSize(60);
        String undeclared = raw();
        assertThat(bodyOf(undeclared)).hasSize(60);
        assertThat(undeclared).doesNotContain("Content-Length");
        assertThat(endpoint.paidCalls()).isEqualTo(2);
    }

    @Test
    void answersInChunks() throws IOException {
        endpoint.script(Fault.chunked(), Fault.cutInChunks(70), Fault.cutInChunks(70));

        assertThat(TestClient.text(client.edit(form()))).contains("\"metadata\"");
        String cut = raw();
        assertThat(cut).contains("Transfer-Encoding: chunked\r\n");
        assertThat(bodyOf(cut)).startsWith("46\r\n{\"id\"").doesNotContain("\r\n0\r\n");
        assertThatThrownBy(() -> client.edit(form())).isInstanceOf(IOException.class);
        assertThat(endpoint.paidCalls()).isEqualTo(3);
    }

    @Test
    void spoilsTheData() throws IOException {
        endpoint.script(Fault.emptyData(), Fault.missingData(), Fault.nullData(), Fault.fewerPictures());
        endpoint.script(Fault.morePictures(), Fault.invalidBase64(), Fault.noPicture());

        assertThat(twoPictures()).contains("\"data\":[]");
        assertThat(twoPictures()).doesNotContain("data\":[").contains("\"metadata\"");
        assertThat(twoPictures()).contains("{\"url\":null,\"b64_json\":null");
        assertThat(twoPictures().split("\"url\":\"", -1)).hasSize(1 + 1);
        assertThat(twoPictures().split("\"url\":\"", -1)).hasSize(3 + 1);
        assertThat(twoPictures()).contains("\"b64_json\":\"iVBORw0KGgo!!!not*base64\"");
        assertThat(twoPictures()).contains("\"b64_json\":\"VGhpcyBpcyBubyBwaWN0dXJlLgo=\"");
    }

    @Test
    void pointsToOtherPlaces() throws IOException {
        endpoint.script(Fault.resultUrl("http://169.254.169.254/latest"), Fault.resultUrlWithCredentials());

        assertThat(TestClient.text(client.edit(form()))).contains("\"url\":\"http://169.254.169.254/latest\"");
        assertThat(TestClient.text(client.edit(form()))).contains("\"url\":\"http://user:secret@127.0.0.1:");
    }

    @Test
    void neverEnds() throws IOException {
        Map<Fault.Filling, String> beginnings = Map.of(
                Fault.Filling.STRING, "\"revised_prompt\":\"aaa",
                Fault.Filling.BASE64, "\"b64_json\":\"AAA",
                Fault.Filling.WHITESPACE, "\"created\":1,   ");
        for (Fault.Filling filling : Fault.Filling.values()) {
            endpoint.script(Fault.endless(filling));
            assertThat(firstBytes(5_000_000)).contains(beginnings.getOrDefault(filling, "?"));
        }
    }

    @Test
    void waitsAndDrips() throws IOException {
        endpoint.script(Fault.delay(Duration.ofMillis(300), Fault.status(503)), Fault.drip(Duration.ofMillis(1)));

        long start = System.nanoTime();
        assertThat(client.edit(form()).statusCode()).isEqualTo(503);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
        start = System.nanoTime();
        assertThat(client.edit(form()).statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(250));
    }

    @Test
    void refusesInvalidCallsWhateverTheScriptSays() throws IOException {
        endpoint.script(Fault.status(503));

        assertThat(client.edit(form().text("n", "0")).statusCode()).isEqualTo(400);
        assertThat(client.edit(form()).statusCode()).isEqualTo(200);
    }

    @Test
    void closesAtOnceHoweverLongItWouldWait() throws IOException {
        endpoint.script(Fault.delay(Duration.ofHours(1)));
        Thread caller = Thread.ofVirtual()
                .start(() -> assertThatThrownBy(() -> client.edit(form())).isInstanceOf(IOException.class));
        while (endpoint.paidCalls() == 0) {
            Thread.onSpinWait();
        }
        long start = System.nanoTime();
        endpoint.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        assertThat(caller.isDaemon()).isTrue();
    }

    @Test
    void takesFaultsAsText() throws IOException {
        endpoint.script(List.of("delay=5ms+status=429,Retry-After:3", "fewer", "cut-reply=10"));

        assertThat(client.edit(form()).headers().firstValue("Retry-After")).contains("3");
        assertThat(TestClient.text(client.edit(form()))).contains("\"data\":[]");
        assertThatThrownBy(() -> client.edit(form())).isInstanceOf(IOException.class);
    }

    private String twoPictures() throws IOException {
        return TestClient.text(client.edit(form().text("n", "2")));
    }

    private String raw() throws IOException {
        return client.converse(TestClient.head(form().closed().length), form().closed());
    }

    private static String bodyOf(String reply) {
        return reply.substring(reply.indexOf("\r\n\r\n") + 4);
    }

    private String firstBytes(int count) throws IOException {
        try (Socket socket = client.connect()) {
            socket.getOutputStream()
                    .write(TestClient.head(form().closed().length).getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(form().closed());
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(count), StandardCharsets.ISO_8859_1).substring(0, 2000);
        }
    }
}
