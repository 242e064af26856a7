package io.github.s3imageedit.trigger;

import static io.github.s3imageedit.trigger.EventReaderTest.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.github.s3imageedit.trigger.LambdaEvent.QueueBatch;
import io.github.s3imageedit.trigger.LambdaEvent.QueueMessage;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our reader and the classes that Lambda would bind read the same from a queue's and a topic's events. */
class QueueContractTest {
    private static final String PUT = Shapes.put("tom & \"jerry\" ü😀\\.png");

    static Stream<String> batches() {
        return Stream.of(
                Shapes.batch(Shapes.message("m1", PUT)),
                Shapes.batch(Shapes.message("m1", "{\n\t\"a\": \"\u2028\\u0041\"}"), Shapes.message("m2", "x")),
                Shapes.batch(
                        Shapes.message("m1", "a", Shapes.QUEUE, "\"ApproximateReceiveCount\":\"12\""),
                        Shapes.message("m2", Shapes.posted(PUT))),
                Shapes.batch(Shapes.grouped("m1", "g1", PUT), Shapes.grouped("m2", "g ü", PUT)));
    }

    @ParameterizedTest
    @MethodSource("batches")
    void readsTheMessagesThatLambdaWouldBind(String event) throws IOException {
        List<SQSMessage> bound = Bound.as(SQSEvent.class, event).getRecords();
        List<QueueMessage> read = ((QueueBatch) read(event)).messages();

        assertThat(read).hasSameSizeAs(bound);
        for (int index = 0; index < read.size(); index++) {
            assertSame(read.get(index), bound.get(index));
        }
    }

    private static void assertSame(QueueMessage read, SQSMessage bound) {
        assertThat(read.id()).isEqualTo(bound.getMessageId());
        assertThat(read.receipt()).contains(bound.getReceiptHandle());
        assertThat(read.body()).contains(bound.getBody());
        assertThat(read.queue()).isEqualTo(bound.getEventSourceArn());
        assertThat(read.receiveCount()).hasToString(bound.getAttributes().get("ApproximateReceiveCount"));
        assertThat(read.group().orElse(null)).isEqualTo(bound.getAttributes().get("MessageGroupId"));
    }

    @Test
    void readsTheTopicsMessageThatLambdaWouldBind() throws IOException {
        for (String message : new String[] {PUT, Shapes.ROUTED, Events.PUT, Events.TEST, Shapes.failed(PUT)}) {
            String event = Shapes.topic(message);
            String bound = Bound.as(SNSEvent.class, event)
                    .getRecords()
                    .getFirst()
                    .getSNS()
                    .getMessage();

            assertThat(bound).isEqualTo(message);
            assertThat(EventReader.told(read(event)).mentions()).isEqualTo(EventReader.mentions(bound, 1));
        }
    }

    @Test
    void answersWhatLambdaReadsAsFailures() throws IOException {
        QueueDoor door = new QueueDoor(new LookingStore());
        String reply = door.reply(Shapes.batch(
                Shapes.message("good", Shapes.put("a.png")),
                Shapes.message("bad \\\"1\\\"", "junk"),
                Shapes.message("trouble", Shapes.put("trouble.png"))));

        assertThat(Bound.as(SQSBatchResponse.class, reply).getBatchItemFailures())
                .extracting(failure -> failure.getItemIdentifier())
                .containsExactlyInAnyOrder("bad \"1\"", "trouble");
    }
}
