package io.github.s3imageedit.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

@Timeout(20)
class SignedQueueTest {
    private static final String ARN = "arn:aws:sqs:us-east-2:123456789012:up_loads-1.fifo";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private URI endpoint;
    private volatile int status = 200;
    private volatile String answer = "{\"Successful\":[],\"Failed\":[]}";
    private volatile boolean hangs;
    private volatile boolean drips;
    private volatile Headers headers = new Headers();
    private volatile String method = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private SignedQueue queue() {
        AwsSettings aws = new AwsSettings(
                "eu-central-1", Optional.empty(), Optional.empty(), Optional.of(endpoint), false, false);
        AwsSessionCredentials credentials = AwsSessionCredentials.create("AKIDEXAMPLE", "secret", "token");
        return new SignedQueue(
                aws,
                new SignedRequests(StaticCredentialsProvider.create(credentials), new Timers()),
                InstantSource.system());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            headers = exchange.getRequestHeaders();
            method = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            if (hangs) {
                assertThat(end.await(20, TimeUnit.SECONDS)).isTrue();
            }
            byte[] bytes = answer.getBytes(UTF_8);
            if (drips) {
                drip(exchange);
                return;
            }
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A byte now and then: never silent for long, and never at an end. */
    private void drip(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.sendResponseHeaders(status, 0);
        for (int number = 0; number < 200 && !end.await(50, TimeUnit.MILLISECONDS); number++) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
        }
    }

    private static Map<String, Duration> delays(int count) {
        Map<String, Duration> delays = new LinkedHashMap<>();
        for (int number = 0; number < count; number++) {
            delays.put("receipt" + number, Duration.ofSeconds(30 + number));
        }
        return delays;
    }

    @Test
    void asksBySignedRequestInTheQueuesOwnRegion() {
        Map<String, Duration> delays = new LinkedHashMap<>();
        delays.put("AQEB\"w/+=", Duration.ofMinutes(1));
        delays.put("other", Duration.ofHours(11).plusMillis(999));
        queue().delay(ARN, delays, PATIENCE);

        assertThat(method).isEqualTo("POST /");
        assertThat(bodies)
                .containsExactly("{\"QueueUrl\":\"" + endpoint + "/123456789012/up_loads-1.fifo\",\"Entries\":["
                        + "{\"Id\":\"0\",\"ReceiptHandle\":\"AQEB\\\"w/+=\",\"VisibilityTimeout\":60},"
                        + "{\"Id\":\"1\",\"ReceiptHandle\":\"other\",\"VisibilityTimeout\":39600}]}");
        assertThat(headers.getFirst("X-Amz-Target")).isEqualTo("AmazonSQS.ChangeMessageVisibilityBatch");
        assertThat(headers.getFirst("Content-Type")).isEqualTo("application/x-amz-json-1.0");
        assertThat(headers.getFirst("X-Amz-Security-Token")).isEqualTo("token");
        assertThat(headers.getFirst("Authorization"))
                .matches("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/\\d{8}/us-east-2/sqs/aws4_request, .*")
                .contains("x-amz-target", "content-type", "host")
                .doesNotContain("secret");
    }

    @Test
    void asksForTenMessagesAtATime() {
        queue().delay(ARN, delays(23), PATIENCE);

        assertThat(bodies).extracting(SignedQueueTest::entries).containsExactly(10, 10, 3);
        for (int number = 0; number < 23; number++) {
            assertThat(bodies.get(number / 10))
                    .contains("{\"Id\":\"" + number % 10 + "\",\"ReceiptHandle\":\"receipt" + number
                            + "\",\"VisibilityTimeout\":" + (30 + number) + "}");
        }
    }

    private static int entries(String body) {
        return (int) Pattern.compile("ReceiptHandle").matcher(body).results().count();
    }

    @Test
    void asksNothingForNoMessages() {
        queue().delay(ARN, Map.of(), PATIENCE);

        assertThat(bodies).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "400, '{\"__type\":\"com.amazonaws.sqs#AccessDeniedException\",\"message\":\"no\"}'",
        "400, '{\"__type\":\"QueueDoesNotExist\"}'",
        "403, '{\"__type\":\"InvalidSignatureException\"}'",
        "500, '{\"__type\":\"InternalFailure\"}'",
        "503, ''",
        "502, <html>bad gateway</html>",
        "200, ''",
        "200, 'no json'",
        "200, '[]'",
        "200, '{\"Successful\":[{\"Id\":'",
        "200, '{\"Failed\":[{\"Id\":\"0\",\"Code\":\"ReceiptHandleIsInvalid\",\"SenderFault\":true}]}'",
        "200, '{\"Failed\":[{\"Id\":\"0\",\"Code\":null}]}'",
        "307, ''"
    })
    void noAnswerIsAFailureAndTheOthersAreAskedForAllTheSame(int code, String text) {
        status = code;
        answer = text;
        queue().delay(ARN, delays(11), PATIENCE);

        assertThat(bodies).hasSize(2);
    }

    @Test
    void anAnswerThatDripsIsGivenUpInTime() {
        drips = true;
        long start = System.nanoTime();
        queue().delay(ARN, delays(23), Duration.ofMillis(500));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void nobodyWhoAnswersIsNoFailure() {
        server.stop(0);
        queue().delay(ARN, delays(11), PATIENCE);

        assertThat(bodies).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {400, 50})
    void silenceTakesNoLongerThanThePatience(long millis) {
        hangs = true;
        long start = System.nanoTime();
        queue().delay(ARN, delays(30), Duration.ofMillis(millis));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(millis + 2000));
        assertThat(bodies).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 400_000, 999_999, -5})
    void noPatienceToSpeakOfIsNotEndless(long nanos) {
        hangs = true;
        long start = System.nanoTime();
        queue().delay(ARN, delays(1), Duration.ofNanos(nanos));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "up_loads",
                "arn:aws:sqs:us-east-2:123456789012",
                "arn:aws:sqs:us-east-2:123456789012:a/b",
                "arn:aws:sqs:us-east-2:123456789012:a:b",
                "arn:aws:sqs:evil.example/:123456789012:a",
                "arn:aws:sqs:us-east-2:account:a",
                "arn:aws:sns:us-east-2:123456789012:a",
                "arn:aws:sqs:us-east-2:123456789012:a\nb",
                "https://sqs.us-east-2.amazonaws.com/123456789012/a"
            })
    void whatIsNoQueuesArnIsNotAsked(String arn) {
        queue().delay(arn, delays(1), PATIENCE);

        assertThat(bodies).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "us-east-2, https://sqs.us-east-2.amazonaws.com",
        "eu-central-1, https://sqs.eu-central-1.amazonaws.com",
        "cn-north-1, https://sqs.cn-north-1.amazonaws.com.cn",
        "us-gov-west-1, https://sqs.us-gov-west-1.amazonaws.com"
    })
    void knowsTheEndpointsOfAllPartitions(String region, URI expected) {
        assertThat(AwsSettings.endpoint("sqs", region)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"arn:aws-cn:sqs:cn-north-1:1:q", "arn:aws-us-gov:sqs:us-gov-west-1:1:q"})
    void asksQueuesOfOtherPartitions(String arn) {
        queue().delay(arn, delays(1), PATIENCE);

        assertThat(bodies).singleElement().asString().contains("\"QueueUrl\":\"" + endpoint + "/1/q\"");
        assertThat(headers.getFirst("Authorization")).contains("/" + arn.split(":", -1)[3] + "/sqs/aws4_request");
    }
}
