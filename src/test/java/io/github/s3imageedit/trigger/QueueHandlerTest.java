package io.github.s3imageedit.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class QueueHandlerTest {
    private static final String GOOD = Shapes.put("good.png");

    private final LookingStore store = new LookingStore();
    private final QueueDoor door = new QueueDoor(store);

    @Test
    void answersWithAnEmptyListWhenAllIsDecided() throws IOException {
        assertThat(door.reply(Shapes.batch(Shapes.message("m1", GOOD), Shapes.message("m2", Shapes.put("b.png")))))
                .isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(store.looked()).containsExactlyInAnyOrder("good.png", "b.png");
        assertThat(door.delays()).isEmpty();
    }

    @Test
    void answersAnEmptyBatchToo() throws IOException {
        assertThat(door.reply("{\"Records\":[]}")).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(store.looked()).isEmpty();
    }

    @Test
    void oneBadMessageAmongTenFailsAlone() throws IOException {
        for (String bad : new String[] {Shapes.put("trouble.png"), "junk"}) {
            String[] messages = IntStream.range(0, 10)
                    .mapToObj(number -> Shapes.message("m" + number, number == 4 ? bad : Shapes.put(number + ".png")))
                    .toArray(String[]::new);

            assertThat(door.failures(messages)).containsExactly("m4");
        }
        assertThat(store.looked())
                .contains("trouble.png")
                .filteredOn("0.png"::equals)
                .hasSize(2);
        assertThat(store.looked()).hasSize(19);
    }

    @Test
    void aMessageIsDoneWhenAllItsRecordsAre() throws IOException {
        assertThat(door.failures(
                        Shapes.message("all", Shapes.put("a.png", "b.png", "gone.png")),
                        Shapes.message("one", Shapes.put("c.png", "trouble.png", "d.png"))))
                .containsExactly("one");
        assertThat(store.looked())
                .containsExactlyInAnyOrder("a.png", "b.png", "gone.png", "c.png", "trouble.png", "d.png");
    }

    @Test
    void takesEveryShapeThatAMessageCanHave() throws IOException {
        assertThat(door.failures(
                        Shapes.message("m1", GOOD),
                        Shapes.message("m2", Shapes.posted(Shapes.put("posted.png"))),
                        Shapes.message("m3", Shapes.ROUTED),
                        Shapes.message("m4", Shapes.failed(Shapes.put("failed.png"))),
                        Shapes.message("m5", Events.TEST),
                        Shapes.message("m6", Shapes.posted(Events.TEST)),
                        Shapes.message("m7", Shapes.ROUTED.replace("Created", "Deleted"))))
                .isEmpty();
        assertThat(store.looked()).containsExactlyInAnyOrder("good.png", "posted.png", "example-key", "failed.png");
    }

    static List<String> garbage() {
        List<String> bodies = new ArrayList<>(List.of(
                "",
                " ",
                "hello",
                "<xml/>",
                "null",
                "[]",
                "{}",
                "{\"Records\":null}",
                "{\"Records\":[7]}",
                "{\"Records\":[{\"eventSource\":\"aws:ses\",\"eventName\":\"x\"}]}",
                "{\"source\":\"aws.ec2\",\"detail-type\":\"Object Created\"}",
                "[".repeat(100_000),
                "{\"a\":".repeat(100_000),
                "{\"requestPayload\":".repeat(100_000),
                "x".repeat(6_000_000),
                "{\"Records\":[" + "{},".repeat(1_000_000) + "{}]}",
                GOOD + GOOD,
                GOOD.substring(0, GOOD.length() - 1),
                "\ufeff" + GOOD,
                Shapes.BATCH_1,
                Shapes.batch(Shapes.message("inner", GOOD)),
                Shapes.put("a.png").replace("\"key\":", "\"key\":\"b.png\",\"key\":"),
                Shapes.put("a.png").replace("\"a.png\"", "[\"a.png\"]"),
                Shapes.put("a.png").replace("\"inbox\"", "7"),
                Shapes.put("k".repeat(1025)),
                Shapes.put("")));
        bodies.add("{\"Records\":[" + Events.recordOnly("ObjectCreated:Put", "{\"key\":\"a.png\"}") + ",{}]}");
        return bodies;
    }

    @ParameterizedTest
    @MethodSource("garbage")
    void garbageFailsAloneAndNothingIsDoneForIt(String body) throws IOException {
        assertThat(door.failures(
                        Shapes.message("before", GOOD), Shapes.message("bad", body), Shapes.message("after", GOOD)))
                .containsExactly("bad");
        assertThat(store.looked()).containsOnly("good.png").hasSize(2);
        assertThat(door.delays()).hasSize(1);
        assertThat(door.delays().getFirst().byReceipt())
                .containsValue(Duration.ofSeconds(30))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "true", "{}", "[\"x\"]", "\"\""})
    void aBodyOfAnotherTypeFailsAlone(String body) throws IOException {
        String good = Shapes.message("bad", GOOD);
        String bad = good.replace("\"body\":", "\"body\":" + body + ",\"was\":");

        assertThat(door.failures(bad, Shapes.message("good", GOOD))).containsExactly("bad");
        assertThat(store.looked()).containsExactly("good.png");
    }

    @Test
    void aMessageThatIsAmbiguousFailsAlone() throws IOException {
        String twice =
                Shapes.message("bad", "junk").replace("\"body\":", "\"body\":" + Shapes.quoted(GOOD) + ",\"body\":");
        String missing = Shapes.message("empty", "x").replace("\"body\"", "\"text\"");
        String foreign = Shapes.message("foreign", GOOD).replace("aws:sqs", "aws:other");

        assertThat(door.failures(twice, missing, foreign, Shapes.message("good", GOOD)))
                .containsExactly("bad", "empty", "foreign");
        assertThat(store.looked()).containsExactly("good.png");
    }

    @Test
    void whatHasNoIdIsDoneOrDroppedAndHoldsNothingUp() throws IOException {
        String nameless = Shapes.message("m", Shapes.put("nameless.png")).replace("messageId", "id");
        String junk = Shapes.message("m", "junk").replace("messageId", "id");

        assertThat(door.failures(nameless, junk, "7", "null", "[]", "{}", Shapes.message("good", GOOD)))
                .isEmpty();
        assertThat(store.looked()).containsExactlyInAnyOrder("nameless.png", "good.png");
    }

    @Test
    void whatHasNoIdAndMustComeAgainIsNotLost() {
        String nameless = Shapes.message("m", Shapes.put("trouble.png")).replace("messageId", "id");

        assertThatThrownBy(() -> door.failures(nameless, Shapes.message("good", GOOD)))
                .isInstanceOf(HandedBackException.class);
    }

    @Test
    void otherEventsAreErrors() {
        for (String event : new String[] {GOOD, Shapes.ROUTED, Shapes.BATCH_1, Shapes.topic(GOOD), "{}", "x"}) {
            assertThatThrownBy(() -> door.reply(event)).isInstanceOf(UnknownEventException.class);
        }
        assertThat(store.looked()).isEmpty();
    }

    @Test
    void theErrorOfAWrongDoorNamesTheRightOne() {
        assertThatThrownBy(() -> door.reply(GOOD))
                .hasMessageContaining("a batch of SQS messages")
                .hasMessageContaining("an S3 notification")
                .hasMessageContaining("EditHandler");
    }

    @Test
    void messagesWithTheSameIdAreReportedOnce() throws IOException {
        assertThat(door.failures(Shapes.message("m", "junk"), Shapes.message("m", "junk")))
                .containsExactly("m");
    }
}
