package io.github.s3imageedit.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.UploadEvent;
import io.github.s3imageedit.job.UploadEvent.Occasion;
import io.github.s3imageedit.trigger.LambdaEvent.BatchJob;
import io.github.s3imageedit.trigger.LambdaEvent.BatchTask;
import io.github.s3imageedit.trigger.LambdaEvent.Notification;
import io.github.s3imageedit.trigger.LambdaEvent.QueueBatch;
import io.github.s3imageedit.trigger.LambdaEvent.QueueMessage;
import io.github.s3imageedit.trigger.LambdaEvent.Routed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {
    private static final String PUT = Shapes.put("tom.png");

    static LambdaEvent read(String event) throws IOException {
        return EventReader.read(new ByteArrayInputStream(event.getBytes(UTF_8)));
    }

    private static List<String> keys(List<Mention> mentions) {
        return mentions.stream()
                .map(mention -> mention.readings().getFirst().object().key())
                .toList();
    }

    private static List<String> keysInMessage(String text) {
        return keys(EventReader.mentions(text, 1));
    }

    @Test
    void readsS3sNotification() throws IOException {
        assertThat(read(Shapes.put("a.png", "b.png")))
                .isInstanceOfSatisfying(
                        Notification.class,
                        event -> assertThat(keys(event.mentions())).containsExactly("a.png", "b.png"));
    }

    @Test
    void readsTheTestEventAsNothingByWhicheverWayItComes() throws IOException {
        assertThat(read(Events.TEST)).isEqualTo(new Notification(List.of()));
        assertThat(read(Shapes.topic(Events.TEST))).isEqualTo(new Notification(List.of()));
        assertThat(keysInMessage(Events.TEST)).isEmpty();
        assertThat(keysInMessage(Shapes.posted(Events.TEST))).isEmpty();
    }

    @Test
    void readsWhatATopicBrings() throws IOException {
        assertThat(read(Shapes.topic(PUT)))
                .isInstanceOfSatisfying(
                        Notification.class,
                        event -> assertThat(keys(event.mentions())).containsExactly("tom.png"));
        assertThat(read(Shapes.posted(PUT))).isInstanceOf(Notification.class);
    }

    @Test
    void readsAQueuesMessages() throws IOException {
        String event = Shapes.batch(
                Shapes.message("m1", "any body", Shapes.QUEUE, "\"ApproximateReceiveCount\": \"7\""),
                Shapes.grouped("m2", "group", "other"));

        assertThat(read(event))
                .isEqualTo(new QueueBatch(List.of(
                        new QueueMessage(
                                "m1",
                                Optional.of("receipt-m1"),
                                Shapes.QUEUE,
                                7,
                                Optional.empty(),
                                Optional.of("any body")),
                        new QueueMessage(
                                "m2",
                                Optional.of("receipt-m2"),
                                Shapes.QUEUE + ".fifo",
                                1,
                                Optional.of("group"),
                                Optional.of("other")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\"", "\"-3\"", "\"many\"", "\"\"", "3", "null", "[]", "\"99999999999999\""})
    void countsAReceiptThatCannotBeReadAsTheFirst(String count) throws IOException {
        String event = Shapes.batch(Shapes.message("m", "x", Shapes.QUEUE, "\"ApproximateReceiveCount\":" + count));

        assertThat(((QueueBatch) read(event)).messages())
                .extracting(QueueMessage::receiveCount)
                .containsExactly(1);
    }

    @Test
    void readsWhatEventBridgeRoutes() throws IOException {
        ObjectRef object =
                new ObjectRef("amzn-s3-demo-bucket1", "example-key", Optional.of("IYV3p45BT0ac8hjHg1houSdS1a.Mro8e"));
        UploadEvent written = new UploadEvent(
                object,
                Optional.of("b1946ac92492d2347c6235b4d2611184"),
                Optional.of(Instant.parse("2021-11-12T00:00:00Z")),
                Occasion.WRITTEN,
                Map.of());
        UploadEvent tagged =
                new UploadEvent(object, written.etag(), written.time(), Occasion.TAGGED, written.arguments());

        assertThat(read(Shapes.ROUTED)).isEqualTo(new Routed(List.of(new Mention(List.of(written)))));
        assertThat(read(Shapes.ROUTED.replace("Object Created", "Object Tags Added")))
                .isEqualTo(new Routed(List.of(new Mention(List.of(tagged)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Object Deleted", "Object Tags Deleted", "Object Restore Completed", "Object ACL Updated"})
    void leavesS3sOtherRoutedEventsOut(String type) throws IOException {
        assertThat(read(Shapes.ROUTED.replace("Object Created", type))).isEqualTo(new Routed(List.of()));
    }

    @Test
    void readsRoutedKeysAsTheyAreFirstAndDecodedThen() throws IOException {
        LambdaEvent event = read(Shapes.ROUTED.replace("example-key", "a+b%20c"));

        assertThat(EventReader.told(event).mentions().getFirst().readings())
                .extracting(reading -> reading.object().key())
                .containsExactly("a+b%20c", "a b c");
    }

    @Test
    void readsAJobOfSchemaOne() throws IOException {
        assertThat(read(Shapes.BATCH_1))
                .isEqualTo(new BatchJob(
                        "1.0",
                        "YXNkbGZqYWRmaiBhc2RmdW9hZHNmZGpmaGFzbGtkaGZza2RmaAo",
                        Map.of(),
                        List.of(new BatchTask(
                                "dGFza2lkZ29lc2hlcmUK",
                                Optional.of("amzn-s3-demo-bucket1"),
                                Optional.of("customerImage1.jpg"),
                                Optional.of("1")))));
    }

    @Test
    void readsAJobOfSchemaTwo() throws IOException {
        assertThat(read(Shapes.BATCH_2))
                .isEqualTo(new BatchJob(
                        "2.0",
                        "YXNkbGZqYWRmaiBhc2RmdW9hZHNmZGpmaGFzbGtkaGZza2RmaAo",
                        Map.of("prompt", "add a red hat", "model", "gpt-image-2"),
                        List.of(new BatchTask(
                                "dGFza2lkZ29lc2hlcmUK",
                                Optional.of("amzn-s3-demo-bucket"),
                                Optional.of("customerImage1.jpg"),
                                Optional.empty()))));
    }

    @Test
    void readsTheEventOfAFailedInvocationAsThatEvent() throws IOException {
        for (String event : new String[] {PUT, Shapes.ROUTED, Shapes.topic(PUT), Events.TEST}) {
            LambdaEvent plain = read(event);
            assertThat(read(Shapes.failed(event))).isEqualTo(plain);
            assertThat(read(Shapes.failedByBus(event))).isEqualTo(plain);
            assertThat(read(Shapes.failed(Shapes.failedByBus(Shapes.failed(event)))))
                    .isEqualTo(plain);
        }
    }

    @Test
    void readsEveryNestingThatAMessageCanHold() {
        for (String body : new String[] {
            PUT,
            Shapes.posted(PUT),
            Shapes.topic(PUT),
            Shapes.failed(PUT),
            Shapes.failed(Shapes.topic(PUT)),
            Shapes.posted(Shapes.failed(PUT)),
            Shapes.posted(Shapes.posted(Shapes.failedByBus(PUT)))
        }) {
            assertThat(keysInMessage(body)).as(body).containsExactly("tom.png");
        }
        assertThat(keysInMessage(Shapes.posted(Shapes.ROUTED))).containsExactly("example-key");
    }

    @Test
    void takesNoMessageWhoseInnerSenderWaitsForAReply() {
        for (String body :
                new String[] {Shapes.batch(Shapes.message("m", PUT)), Shapes.BATCH_1, Shapes.posted(Shapes.BATCH_2)}) {
            assertThatThrownBy(() -> EventReader.mentions(body, 1))
                    .isInstanceOf(UnknownEventException.class)
                    .hasMessageContaining("whose sender waits for a reply");
        }
    }

    @Test
    void readsEnvelopesToACertainDepthOnly() throws IOException {
        String inEnvelopes = PUT;
        String inTopics = PUT;
        for (int depth = 0; depth < 4; depth++) {
            inTopics = Shapes.posted(inTopics);
        }
        for (int depth = 0; depth < 16; depth++) {
            inEnvelopes = "{\"requestPayload\":" + inEnvelopes + "}";
        }
        String tooDeep = "{\"requestPayload\":" + inEnvelopes + "}";

        assertThat(read(inEnvelopes)).isEqualTo(read(PUT));
        assertThat(read(inTopics)).isEqualTo(read(PUT));
        assertThatThrownBy(() -> read(tooDeep)).isInstanceOf(UnknownEventException.class);
    }
}
