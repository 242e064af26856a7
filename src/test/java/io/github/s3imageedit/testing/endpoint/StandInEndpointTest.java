package io.github.s3imageedit.testing.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.testing.Samples;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the stand-in answers to good calls, in each dialect and in both forms. */
final class StandInEndpointTest extends StandInWithClient {
    @TempDir
    Path folder;

    @Test
    void answersInLumenfallsShapeWithALink() throws IOException {
        HttpResponse<byte[]> reply = client.edit(form());

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(TestClient.text(reply))
                .matches("\\{\"id\":\"req_000001\",\"created\":\\d+,\"size\":\"48x32\",\"output_format\":\"png\","
                        + "\"data\":\\[\\{\"url\":\"" + endpoint.origin() + "/media/[0-9a-f-]+\\.png\","
                        + "\"b64_json\":null,\"revised_prompt\":\"Stand-in: add a red hat\"}],\"metadata\":\\{"
                        + "\"model\":\"gemini-3-pro-image\",\"executed_model\":\"vertex/gemini-3-pro-image\","
                        + "\"provider\":\"vertex\",\"provider_name\":\"Stand-in for vertex\","
                        + "\"cost\":0.0400,\"cost_currency\":\"USD\"}}");
        assertThat(reply.headers().map())
                .containsEntry("x-lumenfall-request-id", List.of("req_000001"))
                .containsEntry("x-lumenfall-provider", List.of("vertex"))
                .containsEntry("x-lumenfall-model", List.of("vertex/gemini-3-pro-image"));
        HttpResponse<byte[]> picture = client.fetch(urls(reply).getFirst());
        assertThat(picture.headers().firstValue("content-type")).contains("image/png");
        assertThat(Pictures.decode(picture.body()).getWidth()).isEqualTo(48);
    }

    @Test
    void answersInlineWhenAsked() throws IOException {
        HttpResponse<byte[]> reply =
                client.edit(form().text("response_format", "b64_json").text("n", "3"));

        List<String> pictures = matches(reply, "\"url\":null,\"b64_json\":\"([A-Za-z0-9+/=]+)\"");
        assertThat(pictures).hasSize(3).doesNotHaveDuplicates();
        for (String picture : pictures) {
            assertThat(Pictures.decode(Base64.getDecoder().decode(picture)).getHeight())
                    .isEqualTo(32);
        }
    }

    @Test
    void answersAsOpenAiWithUsageAndWithoutMetadata() throws IOException {
        restart(StandInSettings.of(Dialect.OPENAI));

        HttpResponse<byte[]> reply = client.edit(new TestForm()
                .text("model", "gpt-image-2")
                .text("prompt", "hat")
                .png("image", PICTURE));

        assertThat(TestClient.text(reply))
                .contains("\"b64_json\":\"iVBOR", "\"usage\":{\"total_tokens\":")
                .doesNotContain("metadata", "\"url\"", "\"id\"");
        assertThat(reply.headers().firstValue("x-request-id")).isPresent();
    }

    @Test
    void answersTheLeastAsGeneric() throws IOException {
        restart(StandInSettings.of(Dialect.GENERIC));

        assertThat(TestClient.text(client.edit(form())))
                .matches("\\{\"created\":\\d+,\"data\":\\[\\{\"url\":\"[^\"]+\"}]}");
    }

    @Test
    void takesTheAzureKeyHeaderAndPath() throws IOException {
        restart(StandInSettings.of(Dialect.AZURE));
        String head = TestClient.head(form().closed().length)
                .replace(
                        "/openai/v1/images/edits",
                        "/openai/deployments/mine/images/edits?api-version=2025-04-01-preview")
                .replace("Authorization: Bearer ", "api-key: ");

        assertThat(client.converse(head, form().closed())).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void givesOutFilesThatWereLaidReady() throws IOException {
        Path first = Files.write(folder.resolve("first.png"), Samples.png(10, 10));
        Path second = Files.write(folder.resolve("second.jpg"), Samples.jpeg(12, 12));
        endpoint.results(first, second);

        List<String> urls = urls(client.edit(form().text("n", "2")));

        assertThat(client.fetch(urls.getFirst()).body()).isEqualTo(Files.readAllBytes(first));
        assertThat(client.fetch(urls.getLast()).body()).isEqualTo(Files.readAllBytes(second));
        assertThat(urls.getLast()).endsWith(".jpeg");
    }

    @Test
    void namesAnotherHostInLinksWhenToldTo() throws IOException {
        restart(StandInSettings.of(Dialect.LUMENFALL).withMediaOrigin("https://media.example"));

        assertThat(urls(client.edit(form())).getFirst()).startsWith("https://media.example/media/");
    }

    @Test
    void buildsLinksFromTheHostThatTheClientNamed() throws IOException {
        String head =
                TestClient.head(form().closed().length).replace("Host: 127.0.0.1", "Host: host.docker.internal:99");

        assertThat(client.converse(head, form().closed())).contains("\"http://host.docker.internal:99/media/");
    }

    @Test
    void answersSeveralCallsOverOneConnection() throws IOException {
        byte[] body = form().closed();
        try (Socket socket = client.connect()) {
            for (int call = 1; call <= 3; call++) {
                socket.getOutputStream().write(TestClient.head(body.length).getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().write(body);
                RawReply reply = RawReply.read(socket.getInputStream());
                assertThat(reply.body()).contains("\"id\":\"req_00000" + call + "\"");
            }
        }
    }

    @Test
    void answersManyAtOnce() throws Exception {
        List<Callable<HttpResponse<byte[]>>> calls = Collections.nCopies(12, () -> client.edit(form()));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<HttpResponse<byte[]>> reply : threads.invokeAll(calls)) {
                assertThat(reply.get().statusCode()).isEqualTo(200);
            }
        }
        assertThat(endpoint.calls())
                .extracting(EditCall::sequence)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(endpoint.paidCalls()).isEqualTo(12);
    }

    @Test
    void saysContinueToThoseWhoWait() throws IOException {
        String head = TestClient.head(form().closed().length).replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n");

        assertThat(client.converse(head, form().closed())).startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK");
    }

    private static List<String> urls(HttpResponse<byte[]> reply) {
        return matches(reply, "\"url\":\"([^\"]+)\"");
    }

    private static List<String> matches(HttpResponse<byte[]> reply, String pattern) {
        return Pattern.compile(pattern)
                .matcher(TestClient.text(reply))
                .results()
                .map(result -> result.group(1))
                .toList();
    }
}
