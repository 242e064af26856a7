package io.github.s3imageedit.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class SignedQueueTest {
    private static final String ARN = "arn:aws:sqs:us-east-2:123456789012:up_loads-1.fifo";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private AwsDouble aws;

    @BeforeEach
    void start() throws IOException {
        aws = new AwsDouble("{\"Successful\":[],\"Failed\":[]}");
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    private SignedQueue queue() {
        AwsSettings settings = new AwsSettings(
                "eu-central-1", Optional.empty(), Optional.empty(), Optional.of(aws.endpoint()), false, false);
        return new SignedQueue(settings, AwsDouble.requests(), InstantSource.system());
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

        assertThat(aws.request()).isEqualTo("POST /");
        assertThat(aws.bodies())
                .containsExactly("{\"QueueUrl\":\"" + aws.endpoint() + "/123456789012/up_loads-1.fifo\",\"Entries\":["
                        + "{\"Id\":\"0\",\"ReceiptHandle\":\"AQEB\\\"w/+=\",\"VisibilityTimeout\":60},"
                        + "{\"Id\":\"1\",\"ReceiptHandle\":\"other\",\"VisibilityTimeout\":39600}]}");
        assertThat(aws.headers().getFirst("X-Amz-Target")).isEqualTo("AmazonSQS.ChangeMessageVisibilityBatch");
        assertThat(aws.headers().getFirst("Content-Type")).isEqualTo("application/x-amz-json-1.0");
        assertThat(aws.headers().getFirst("X-Amz-Security-Token")).isEqualTo("token");
        assertThat(aws.headers().getFirst("Authorization"))
                .matches("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/\\d{8}/us-east-2/sqs/aws4_request, .*")
                .contains("x-amz-target", "content-type", "host")
                .doesNotContain("secret");
    }

    @Test
    void asksForTenMessagesAtATime() {
        queue().delay(ARN, delays(23), PATIENCE);

        assertThat(aws.bodies()).extracting(SignedQueueTest::entries).containsExactly(10, 10, 3);
        for (int number = 0; number < 23; number++) {
            assertThat(aws.bodies().get(number / 10))
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

        assertThat(aws.bodies()).isEmpty();
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
        aws.answer(code, text);
        queue().delay(ARN, delays(11), PATIENCE);

        assertThat(aws.bodies()).hasSize(2);
    }

    @Test
    void anAnswerThatDripsIsGivenUpInTime() {
        aws.answer(AwsDouble.Manner.DRIPPING);
        long start = System.nanoTime();
        queue().delay(ARN, delays(23), Duration.ofMillis(500));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void nobodyWhoAnswersIsNoFailure() {
        aws.close();
        queue().delay(ARN, delays(11), PATIENCE);

        assertThat(aws.bodies()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {400, 50})
    void silenceTakesNoLongerThanThePatience(long millis) {
        aws.answer(AwsDouble.Manner.HANGING);
        long start = System.nanoTime();
        queue().delay(ARN, delays(30), Duration.ofMillis(millis));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(millis + 2000));
        assertThat(aws.bodies()).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 400_000, 999_999, -5})
    void noPatienceToSpeakOfIsNotEndless(long nanos) {
        aws.answer(AwsDouble.Manner.HANGING);
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

        assertThat(aws.bodies()).isEmpty();
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

        assertThat(aws.bodies()).singleElement().asString().contains("\"QueueUrl\":\"" + aws.endpoint() + "/1/q\"");
        assertThat(aws.headers().getFirst("Authorization")).contains("/" + arn.split(":", -1)[3] + "/sqs/aws4_request");
    }
}
