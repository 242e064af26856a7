package io.github.s3imageedit.testing.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Results are fetched without a key, and with every scripted fault. */
final class StandInFetchTest extends StandInWithClient {
    @Test
    void refusesAndRemembersKeysThatComeAlong() throws IOException {
        String url = url();
        for (String header : new String[] {"Authorization", "api-key"}) {
            HttpResponse<byte[]> reply = client.send(HttpRequest.newBuilder(URI.create(url))
                    .header(header, "Bearer " + StandInSettings.DEFAULT_KEY)
                    .build());
            assertThat(reply.statusCode()).isEqualTo(400);
        }
        assertThat(endpoint.fetches())
                .hasSize(2)
                .allMatch(fetch -> fetch.outcome().contains("without credentials"));
        assertThat(endpoint.fetches().getFirst().headers().first("authorization"))
                .contains("Bearer " + StandInSettings.DEFAULT_KEY);
        assertThat(client.fetch(endpoint.origin() + "/media/unknown.png").statusCode())
                .isEqualTo(404);
    }

    @Test
    void servesTheSameLinkAgain() throws IOException {
        String url = url();

        assertThat(client.fetch(url).body()).isEqualTo(client.fetch(url).body());
        assertThat(endpoint.fetches()).extracting(FetchCall::outcome).containsExactly("200", "200");
    }

    @Test
    void answersWithStatusHtmlOrRedirect() throws IOException {
        String url = url();
        endpoint.scriptFetches(FetchFault.status(404), FetchFault.html(), FetchFault.redirect("http://10.0.0.1/x"));
        endpoint.scriptFetches(FetchFault.none());

        assertThat(client.fetch(url).statusCode()).isEqualTo(404);
        assertThat(TestClient.text(client.fetch(url))).startsWith("<!DOCTYPE html>");
        HttpResponse<byte[]> redirect = client.fetch(url);
        assertThat(redirect.statusCode()).isEqualTo(302);
        assertThat(redirect.headers().firstValue("Location")).contains("http://10.0.0.1/x");
        assertThat(client.fetch(url).statusCode()).isEqualTo(200);
    }

    @Test
    void waits() throws IOException {
        String url = url();
        endpoint.scriptFetches(FetchFault.delay(Duration.ofMillis(200), FetchFault.status(503)));
        long start = System.nanoTime();

        assertThat(client.fetch(url).statusCode()).isEqualTo(503);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(190));
    }

    @Test
    void cutsAndPromisesTooMuch() throws IOException {
        String url = url();
        endpoint.scriptFetches(FetchFault.cut(20), FetchFault.promisedLength(99_000_000_000L));

        assertThatThrownBy(() -> client.fetch(url)).isInstanceOf(IOException.class);
        assertThat(raw(url, 400)).contains("Content-Length: 99000000000\r\n");
        assertThat(endpoint.fetches())
                .extracting(FetchCall::outcome)
                .containsExactly("Cut[afterBytes=20]", "LengthPromised[length=99000000000]");
    }

    @Test
    void neverEnds() throws IOException {
        String url = url();
        endpoint.scriptFetches(FetchFault.endless());

        assertThat(raw(url, 5_000_000)).hasSize(5_000_000).doesNotContain("Content-Length");
    }

    private String raw(String url, int bytes) throws IOException {
        try (Socket socket = client.connect()) {
            String head = "GET " + URI.create(url).getPath() + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.ISO_8859_1);
        }
    }

    private String url() throws IOException {
        return Pattern.compile("\"url\":\"([^\"]+)\"")
                .matcher(TestClient.text(client.edit(form())))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}
