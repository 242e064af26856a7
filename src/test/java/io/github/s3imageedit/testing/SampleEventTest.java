package io.github.s3imageedit.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sample events hold what is said about them: keys, sizes, digests. */
class SampleEventTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final byte[] PICTURE = Samples.harbour();

    static List<SampleEvent> samples() {
        return SampleEvent.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void nameTheKeysThatTheTableSays(SampleEvent sample) {
        List<String> keys = new ArrayList<>();
        visit(JSON.readTree(sample.text()), node -> keyIn(node, keys));

        assertThat(keys).isEqualTo(sample.keys()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void nameOneBucketAndPicture(SampleEvent sample) {
        visit(JSON.readTree(sample.text()), node -> {
            assertThat(node.path("s3").path("bucket").path("name").asString(SampleEvent.BUCKET))
                    .isEqualTo(SampleEvent.BUCKET);
            assertThat(node.path("s3Bucket").asString(SampleEvent.BUCKET)).isEqualTo(SampleEvent.BUCKET);
            assertThat(node.path("size").asInt(PICTURE.length)).isEqualTo(PICTURE.length);
            assertThat(node.path("eTag").asString(md5(PICTURE))).isEqualTo(md5(PICTURE));
            assertThat(node.path("etag").asString(md5(PICTURE))).isEqualTo(md5(PICTURE));
            assertThat(node.propertyNames()).doesNotContain("versionId", "version-id");
            assertThat(node.path("s3VersionId").asStringOpt()).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("samples")
    void digestTheirBodies(SampleEvent sample) {
        visit(JSON.readTree(sample.text()), node -> {
            if (node.has("md5OfBody")) {
                assertThat(node.get("md5OfBody").asString())
                        .isEqualTo(md5(node.get("body").asString().getBytes(UTF_8)));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("samples")
    void areWrittenAlike(SampleEvent sample) throws IOException {
        assertThat(sample.text()).startsWith("{\n  \"").endsWith("\n}\n").doesNotContain("\r", "\t");
        assertThat(Files.readString(Path.of("events/README.md"))).contains("| `" + sample.name() + "` |");
    }

    /** What the library's classes do not know they leave out; what they know must be there. */
    @Test
    void areWhatLambdaBinds() {
        var s3 = bound("s3-put.json", S3Event.class).getRecords().getFirst();
        var sns = bound("sns-s3-put.json", SNSEvent.class).getRecords().getFirst();
        var sqs = bound("sqs-fifo.json", SQSEvent.class).getRecords().getFirst();
        var bridge = bound("eventbridge-object-created.json", ScheduledEvent.class);

        assertThat(s3).hasNoNullFieldsOrPropertiesExcept("glacierEventData");
        assertThat(s3.getS3().getBucket()).hasNoNullFieldsOrProperties();
        assertThat(s3.getS3().getObject()).hasNoNullFieldsOrPropertiesExcept("versionId");
        assertThat(sns).hasNoNullFieldsOrProperties();
        assertThat(sns.getSNS()).hasNoNullFieldsOrProperties();
        assertThat(sqs).hasNoNullFieldsOrPropertiesExcept("md5OfMessageAttributes");
        assertThat(sqs.getAttributes()).containsKeys("MessageGroupId", "MessageDeduplicationId", "SequenceNumber");
        assertThat(bridge).hasNoNullFieldsOrProperties();
        assertThat(bridge.getDetail()).containsKeys("bucket", "object", "reason");
    }

    private static <T> T bound(String name, Class<T> type) {
        return LambdaEventSerializers.serializerFor(type, type.getClassLoader())
                .fromJson(SampleEvent.named(name).text());
    }

    @Test
    void comeForEveryShape() {
        assertThat(SampleEvent.all()).hasSize(17);
    }

    private static void keyIn(JsonNode node, List<String> keys) {
        if (node.has("eTag")) {
            keys.add(URLDecoder.decode(node.get("key").asString(), UTF_8));
        } else if (node.has("etag")) {
            keys.add(node.get("key").asString());
        } else if (node.has("s3Key")) {
            keys.add(URLDecoder.decode(node.get("s3Key").asString().replace("+", "%2B"), UTF_8));
        }
    }

    /** Every object, those in texts too. */
    private static void visit(JsonNode node, Consumer<JsonNode> visitor) {
        if (node.isString() && node.asString().startsWith("{")) {
            visit(JSON.readTree(node.asString()), visitor);
            return;
        }
        if (node.isObject()) {
            visitor.accept(node);
        }
        node.forEach(child -> visit(child, visitor));
    }

    private static String md5(byte[] bytes) {
        try {
            BigInteger digest =
                    new BigInteger(1, MessageDigest.getInstance("MD5").digest(bytes));
            return String.format("%032x", digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
