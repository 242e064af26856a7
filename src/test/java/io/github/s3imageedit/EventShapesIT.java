package io.github.s3imageedit;

import static io.github.s3imageedit.testing.s3.EventRoute.BRIDGE;
import static io.github.s3imageedit.testing.s3.EventRoute.FIFO_BRIDGE;
import static io.github.s3imageedit.testing.s3.EventRoute.QUEUE;
import static io.github.s3imageedit.testing.s3.EventRoute.RAW_TOPIC;
import static io.github.s3imageedit.testing.s3.EventRoute.TOPIC;
import static io.github.s3imageedit.testing.s3.Upload.COPY;
import static io.github.s3imageedit.testing.s3.Upload.NONE;
import static io.github.s3imageedit.testing.s3.Upload.PARTS;
import static io.github.s3imageedit.testing.s3.Upload.PUT;
import static io.github.s3imageedit.testing.s3.Upload.TAGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.testing.EventDifference;
import io.github.s3imageedit.testing.EventDifferences;
import io.github.s3imageedit.testing.KnownDifference;
import io.github.s3imageedit.testing.SampleEvent;
import io.github.s3imageedit.testing.s3.EventQueue;
import io.github.s3imageedit.testing.s3.EventRoute;
import io.github.s3imageedit.testing.s3.LocalStackBackend;
import io.github.s3imageedit.testing.s3.LocalStackDifferences;
import io.github.s3imageedit.testing.s3.QueueMessage;
import io.github.s3imageedit.testing.s3.S3Backend;
import io.github.s3imageedit.testing.s3.Upload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** The sample events are what real parts send: what LocalStack can produce is received from it, and compared. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventShapesIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Optional<LocalStackBackend> localStack = Optional.empty();

    /**
     * A part of a sample: one queue's message, or what is such a message's body where it comes by a queue.
     *
     * @param key which of the keys that the sample names, from 0
     */
    record Shape(EventRoute route, Upload upload, String file, String pointer, int key) {
        JsonNode sample() {
            return JSON.readTree(SampleEvent.named(file).text()).at(pointer);
        }

        String keyName() {
            return upload == NONE ? "none" : SampleEvent.named(file).keys().get(key);
        }

        boolean isMessage() {
            return sample().has("messageId");
        }
    }

    static Stream<Shape> shapes() {
        return Stream.of(
                new Shape(QUEUE, NONE, "s3-test.json", "", 0),
                new Shape(QUEUE, NONE, "sqs-s3-test.json", "/Records/0", 0),
                new Shape(QUEUE, PUT, "s3-put.json", "", 0),
                new Shape(QUEUE, PUT, "sqs-s3-put.json", "/Records/0", 0),
                new Shape(QUEUE, PUT, "sqs-batch.json", "/Records/0", 0),
                new Shape(QUEUE, PUT, "failed-async.json", "/requestPayload", 0),
                new Shape(QUEUE, COPY, "sqs-batch.json", "/Records/1", 1),
                new Shape(QUEUE, PARTS, "sqs-batch.json", "/Records/2", 2),
                new Shape(QUEUE, TAGS, "s3-tagging.json", "", 0),
                new Shape(QUEUE, TAGS, "sqs-batch.json", "/Records/3", 3),
                new Shape(QUEUE, NONE, "sqs-batch.json", "/Records/4", 0),
                new Shape(TOPIC, PUT, "sqs-sns-s3-put.json", "/Records/0", 0),
                new Shape(TOPIC, PUT, "sqs-batch.json", "/Records/5", 4),
                new Shape(RAW_TOPIC, PUT, "sns-s3-put.json", "/Records/0/Sns/Message", 0),
                new Shape(BRIDGE, PUT, "eventbridge-object-created.json", "", 0),
                new Shape(BRIDGE, PUT, "sqs-eventbridge-object-created.json", "/Records/0", 0),
                new Shape(BRIDGE, PUT, "sqs-batch.json", "/Records/7", 7),
                new Shape(BRIDGE, PARTS, "eventbridge-object-created.json", "", 0),
                new Shape(BRIDGE, TAGS, "eventbridge-object-tags-added.json", "", 0),
                new Shape(BRIDGE, TAGS, "sqs-batch.json", "/Records/8", 8),
                new Shape(BRIDGE, COPY, "sqs-batch.json", "/Records/9", 9),
                new Shape(FIFO_BRIDGE, PUT, "sqs-fifo.json", "/Records/0", 0));
    }

    @BeforeAll
    void find() {
        S3Backend shared = S3Backend.shared();
        localStack = shared instanceof LocalStackBackend found ? Optional.of(found) : Optional.empty();
        Assumptions.assumeTrue(localStack.isPresent(), () -> shared.name() + " has no queues, topics and rules");
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void comeAsTheSamplesSay(Shape shape) {
        QueueMessage message = send(shape.route(), shape.upload(), shape.keyName());

        assertNothingNew(shape, message, List.of());
    }

    @Test
    void rawDeliveryBringsNoEnvelope() {
        Shape shape = new Shape(RAW_TOPIC, PUT, "sqs-sns-raw-s3-put.json", "/Records/0", 0);
        KnownDifference single = new KnownDifference(
                "body.Records", "has 1, in the sample 3", "S3 documents a list, and fills it with one");

        assertNothingNew(shape, send(shape.route(), shape.upload(), shape.keyName()), List.of(single));
    }

    @Test
    void sequencersSayNothing() {
        assertThat(sequencer(QUEUE, "/Records/0/s3")).isEqualTo("0055AED6DCD90281E5");
        assertThat(sequencer(BRIDGE, "/detail")).isEqualTo("0062E99A88DC407460");
    }

    private String sequencer(EventRoute route, String pointer) {
        return JSON.readTree(send(route, PUT, "cat.png").body())
                .at(pointer + "/object/sequencer")
                .asString();
    }

    private static void assertNothingNew(Shape shape, QueueMessage message, List<KnownDifference> more) {
        List<KnownDifference> known = new ArrayList<>(more);
        known.addAll(LocalStackDifferences.of(shape.route(), shape.upload(), shape.keyName()));
        if (shape.isMessage()) {
            known.addAll(LocalStackDifferences.inMessage());
        }
        List<EventDifference> differences = EventDifferences.between(shape.sample(), received(shape, message));

        assertThat(KnownDifference.unknown(differences, known)).isEmpty();
        assertThat(KnownDifference.gone(differences, known)).isEmpty();
    }

    private static JsonNode received(Shape shape, QueueMessage message) {
        if (shape.isMessage()) {
            return message.asLambdaRecord();
        }
        return shape.sample().isString() ? StringNode.valueOf(message.body()) : JSON.readTree(message.body());
    }

    private QueueMessage send(EventRoute route, Upload upload, String key) {
        LocalStackBackend s3 = localStack.orElseThrow();
        String bucket = "inbox-" + UUID.randomUUID();
        s3.createBucket(bucket);
        upload.prepare(s3.client(), bucket, key);
        EventQueue queue = s3.route(route, bucket);
        upload.run(s3.client(), bucket, key);
        QueueMessage first = queue.next(PATIENCE).orElseThrow();
        boolean test = first.body().contains("s3:TestEvent");
        return test && upload != NONE ? queue.next(PATIENCE).orElseThrow() : first;
    }
}
