package io.github.s3imageedit.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.SkipReason;
import io.github.s3imageedit.pipeline.Errand;
import io.github.s3imageedit.pipeline.Outcome;
import io.github.s3imageedit.pipeline.Outcome.Cause;
import io.github.s3imageedit.pipeline.Outcome.Unavailable;
import io.github.s3imageedit.trigger.LambdaEvent.QueueMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a queue is told of each end that a message can come to. */
class BatchRunTest {
    private static final ObjectRef SIDECAR = ObjectRef.latest("outbox", "tom.png/1.json");
    private static final Outcome EDITED = new Outcome.Edited(SIDECAR);

    private static QueueMessage message(String id, int receiveCount, String... keys) {
        return new QueueMessage(
                id,
                Optional.of("receipt-" + id),
                Shapes.QUEUE,
                receiveCount,
                Optional.empty(),
                Optional.of(Shapes.put(keys)));
    }

    private static BatchRun ended(List<QueueMessage> messages, Outcome... outcomes) {
        BatchRun run = new BatchRun(messages);
        assertThat(run.errands()).hasSameSizeAs(outcomes);
        run.end(Arrays.asList(outcomes));
        return run;
    }

    private static Outcome handedBack(Cause cause) {
        return new Unavailable(cause, "reason");
    }

    private static String reply(BatchRun run) throws IOException {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        run.writeTo(reply);
        return reply.toString(UTF_8);
    }

    @Test
    void everyDecisionIsAnEnd() throws IOException {
        BatchRun run = ended(
                List.of(message("m", 1, "1", "2", "3", "4")),
                EDITED,
                new Outcome.Decided(SIDECAR),
                new Outcome.Refused(SIDECAR, "empty"),
                new Outcome.Skipped(SkipReason.ASKS_NOTHING));

        assertThat(reply(run)).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(run.delays()).isEmpty();
    }

    @Test
    void whatIsHandedBackComesAgainByItsCauseAndItsCount() throws IOException {
        BatchRun run = ended(
                List.of(message("a", 1, "1"), message("b", 1, "2"), message("c", 3, "3"), message("d", 2, "4")),
                EDITED,
                handedBack(Cause.OURS),
                handedBack(Cause.PART),
                new Unavailable(Cause.MOMENT, "reason", Optional.of(Duration.ofHours(2))));

        assertThat(reply(run))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"},{\"itemIdentifier\":\"c\"},"
                        + "{\"itemIdentifier\":\"d\"}]}");
        assertThat(run.delays())
                .containsExactly(Map.entry(
                        Shapes.QUEUE,
                        Map.of(
                                "receipt-b", Duration.ofMinutes(5),
                                "receipt-c", Duration.ofMinutes(4),
                                "receipt-d", Duration.ofHours(2))));
    }

    @Test
    void aMessageComesAgainWithItsFirstUnfinishedRecord() throws IOException {
        BatchRun run = ended(
                List.of(message("m", 1, "1", "2", "3")), handedBack(Cause.OURS), EDITED, handedBack(Cause.ELSEWHERE));

        assertThat(reply(run)).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m\"}]}");
        assertThat(run.delays().get(Shapes.QUEUE)).containsExactly(Map.entry("receipt-m", Duration.ofMinutes(1)));
    }

    @Test
    void asksForNoDelayWithoutAReceiptOrAQueue() throws IOException {
        QueueMessage noReceipt = new QueueMessage(
                "a", Optional.empty(), Shapes.QUEUE, 1, Optional.empty(), Optional.of(Shapes.put("1")));
        QueueMessage noQueue =
                new QueueMessage("b", Optional.of("receipt"), "", 1, Optional.empty(), Optional.of(Shapes.put("2")));
        BatchRun run = ended(List.of(noReceipt, noQueue), handedBack(Cause.MOMENT), handedBack(Cause.MOMENT));

        assertThat(run.delays()).isEmpty();
        assertThat(reply(run)).contains("\"a\"", "\"b\"");
    }

    @Test
    void onlyAFifoQueuesGroupIsALaneThatKeepsItsOrder() throws IOException {
        LambdaEvent read = EventReaderTest.read(Shapes.batch(
                Shapes.grouped("m1", "g", Shapes.put("1", "2")),
                Shapes.message("m2", Shapes.put("3"), Shapes.QUEUE, "\"MessageGroupId\":\"g\"")));
        List<Errand> errands = new BatchRun(((LambdaEvent.QueueBatch) read).messages()).errands();

        assertThat(errands).extracting(Errand::lane).containsExactly("g", "g", ObjectRef.latest("inbox", "3"));
        assertThat(errands).extracting(Errand::strict).containsExactly(true, true, false);
    }

    @Test
    void aReplyCanHoldEveryId() throws IOException {
        for (String id : new String[] {"\"", "\\", "ü😀", "\u2028", "\n", "\ud800"}) {
            BatchRun run = ended(List.of(message(id, 1, "1")), handedBack(Cause.MOMENT));

            assertThat(reply(run))
                    .startsWith("{\"batchItemFailures\":[{\"itemIdentifier\":\"")
                    .endsWith("\"}]}");
        }
    }
}
