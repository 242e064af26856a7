package io.github.s3imageedit.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class SignedParameterStoreTest {
    private static final String FOUND =
            "{\"Parameter\":{\"ARN\":\"arn:aws:ssm:x\",\"Name\":\"/key\",\"Type\":\"SecureString\",\"Value\":\"the"
                    + " key\"}}";

    private HttpServer server;
    private SignedParameterStore store;
    private volatile int status = 200;
    private volatile String answer = FOUND;
    private volatile String body = "";
    private volatile Headers headers = new Headers();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        AwsSettings aws = new AwsSettings(
                "eu-central-1", Optional.empty(), Optional.of(endpoint), Optional.empty(), false, false);
        store = new SignedParameterStore(
                aws,
                new SignedRequests(
                        StaticCredentialsProvider.create(
                                AwsSessionCredentials.create("AKIDEXAMPLE", "secret", "token")),
                        new Timers()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            headers = exchange.getRequestHeaders();
            body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            byte[] bytes = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Test
    void asksForTheDecryptedParameterBySignedRequest() throws IOException {
        assertThat(store.read("/s3-image-edit/\"key\"")).isEqualTo("the key");

        assertThat(body).isEqualTo("{\"Name\":\"/s3-image-edit/\\\"key\\\"\",\"WithDecryption\":true}");
        assertThat(headers.getFirst("X-Amz-Target")).isEqualTo("AmazonSSM.GetParameter");
        assertThat(headers.getFirst("Content-Type")).isEqualTo("application/x-amz-json-1.1");
        assertThat(headers.getFirst("X-Amz-Security-Token")).isEqualTo("token");
        assertThat(headers.getFirst("Authorization"))
                .matches("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/\\d{8}/eu-central-1/ssm/aws4_request, .*")
                .contains("x-amz-target", "content-type", "host")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "400, ParameterNotFound",
        "400, com.amazonaws.ssm#ParameterNotFound",
        "400, AccessDeniedException",
        "400, UnrecognizedClientException",
        "403, InvalidSignatureException",
        "400, ValidationException"
    })
    void saysWhatCannotBeHad(int code, String type) {
        status = code;
        answer = "{\"__type\":\"" + type + "\",\"message\":\"no\"}";

        assertThatThrownBy(() -> store.read("/key"))
                .isInstanceOf(ParameterStore.RefusedException.class)
                .hasMessageContaining(type.replaceFirst(".*#", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "400, '{\"__type\":\"ThrottlingException\"}'",
        "429, '{\"__type\":\"Throttling\"}'",
        "429, ''",
        "500, '{\"__type\":\"InternalServerError\"}'",
        "503, ''",
        "502, <html>bad gateway</html>",
        "200, '{}'",
        "200, ''",
        "200, '{\"Parameter\":{\"Value\":null}}'",
        "200, '{\"Parameter\":{\"Name\":'"
    })
    void saysWhatIsWorthAnotherTry(int code, String text) {
        status = code;
        answer = text;

        assertThatThrownBy(() -> store.read("/key")).isInstanceOf(IOException.class);
    }

    @Test
    void saysThatNobodyAnswers() {
        server.stop(0);

        assertThatThrownBy(() -> store.read("/key")).isInstanceOf(IOException.class);
    }
}
