package io.github.s3imageedit.testing.s3;

import static io.github.s3imageedit.testing.s3.S3Contract.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;

/** What the embedded S3 has besides: faults, a log of requests, and forms. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedS3FaultIT implements S3Contract {
    private final EmbeddedS3Backend backend = new EmbeddedS3Backend();
    private final FaultPlan faults = backend.s3().faults();
    private final String bucket = newBucket();

    @Override
    public S3Backend backend() {
        return backend;
    }

    @BeforeEach
    void forget() {
        faults.clear();
        backend.s3().forgetRequests();
    }

    @AfterAll
    void close() {
        backend.close();
    }

    private long count(Operation operation) {
        return backend.s3().requests().stream()
                .filter(call -> call.operation() == operation)
                .count();
    }

    @Test
    void failsAsOftenAsAsked() {
        faults.next(Operation.PUT_OBJECT, Fault.slowDown(), 2);
        put(bucket, "cat.png", "cat");
        assertThat(count(Operation.PUT_OBJECT)).isEqualTo(3);

        faults.next(call -> call.key().equals("cat.png"), Fault.accessDenied(), 1);
        assertRefused(403, "AccessDenied", () -> text(bucket, "cat.png"));
        assertThat(text(bucket, "cat.png")).isEqualTo("cat");
    }

    @Test
    void failsForGood() {
        faults.always(call -> call.operation() == Operation.PUT_OBJECT_TAGGING, Fault.internalError());
        put(bucket, "cat.png", "cat");

        assertRefused(
                500,
                "InternalError",
                () -> client().putObjectTagging(request ->
                        request.bucket(bucket).key("cat.png").tagging(tagging -> tagging.tagSet(List.of()))));
    }

    @Test
    void cutsBodies() {
        put(bucket, "big", "x".repeat(500_000));
        faults.next(Operation.GET_OBJECT, new Fault.CutBody(100_000));

        assertThatThrownBy(() -> {
                    try (var body =
                            client().getObject(request -> request.bucket(bucket).key("big"))) {
                        assertThat(body.readNBytes(100_000)).hasSize(100_000);
                        body.readAllBytes();
                    }
                })
                .isInstanceOf(IOException.class);
    }

    @Test
    void resetsConnections() {
        faults.always(call -> call.key().equals("reset.png"), new Fault.Reset());

        assertThatThrownBy(() -> put(bucket, "reset.png", "cat")).isInstanceOf(SdkClientException.class);
        faults.clear();
        assertRefused(404, "NoSuchKey", () -> text(bucket, "reset.png"));
    }

    @Test
    void losesRepliesOfWhatIsDone() {
        faults.next(Operation.PUT_OBJECT, new Fault.LoseReply());

        // The SDK's second try meets the object of its first.
        assertRefused(
                412,
                "PreconditionFailed",
                () -> client().putObject(
                                request ->
                                        request.bucket(bucket).key("lost.png").ifNoneMatch("*"),
                                RequestBody.fromString("cat")));
        assertThat(text(bucket, "lost.png")).isEqualTo("cat");
    }

    @Test
    void delays() {
        put(bucket, "cat.png", "cat");
        faults.next(Operation.HEAD_OBJECT, new Fault.Delay(Duration.ofMillis(300)));
        long begin = System.nanoTime();
        client().headObject(request -> request.bucket(bucket).key("cat.png"));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(290));
    }

    @Test
    void notesRequests() {
        put(bucket, "in/ä.png", "cat");
        client().getObjectAsBytes(
                        request -> request.bucket(bucket).key("in/ä.png").range("bytes=0-1"));

        assertThat(backend.s3().requests())
                .extracting(S3Call::operation, S3Call::key, call -> call.header("range"))
                .containsExactly(
                        tuple(Operation.PUT_OBJECT, "in/ä.png", Optional.empty()),
                        tuple(Operation.GET_OBJECT, "in/ä.png", Optional.of("bytes=0-1")));
        assertThat(backend.s3().requests())
                .allSatisfy(call -> assertThat(call.headers()).doesNotContainKey("authorization"));
    }

    @Test
    void encodesMetadataBeyondAscii() throws IOException {
        // By hand, for HTTP clients do not send such headers.
        String put = "PUT /" + bucket + "/meta.png HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Length: 0\r\nx-amz-meta-prompt: ä語\r\n\r\n";
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), backend.endpoint().getPort())) {
            socket.getOutputStream().write(put.getBytes(UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 200");
        }

        assertThat(client().headObject(head -> head.bucket(bucket).key("meta.png"))
                        .metadata())
                .isEqualTo(Map.of("prompt", "=?UTF-8?B?w6Toqp4=?="));
    }

    private URI url(String path) {
        return backend.endpoint().resolve("/" + bucket + "/" + path);
    }

    @Test
    void takesForms() throws IOException, InterruptedException {
        String form = part("key\"", "in/${filename}")
                + part(
                        "tagging\"",
                        "<Tagging><TagSet><Tag><Key>prompt</Key><Value>a hat</Value></Tag></TagSet></Tagging>")
                + part("x-amz-meta-model\"", "flux")
                + part("file\"; filename=\"my cat.png\"\r\nContent-Type: image/png", "cat")
                + "--b--\r\n";
        HttpRequest request = HttpRequest.newBuilder(url(""))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (ReceivedEvents events = backend.events(bucket)) {
            assertThat(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(204);
            assertThat(events.next(Duration.ofSeconds(10)).orElseThrow()).contains("s3:TestEvent");
            assertThat(events.next(Duration.ofSeconds(10)).orElseThrow())
                    .contains("ObjectCreated:Post", "in/my+cat.png");
        }

        assertThat(text(bucket, "in/my cat.png")).isEqualTo("cat");
        assertThat(tags(bucket, "in/my cat.png")).isEqualTo(Map.of("prompt", "a hat"));
    }

    private static String part(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\r\n\r\n" + value + "\r\n";
    }
}
