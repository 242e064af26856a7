package io.github.s3imageedit.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditHandlerTest {
    private static final String COUNTS = "{\"edited\":0,\"refused\":0,\"skipped\":1}";

    private final LookingStore store = new LookingStore();
    private final List<Map<String, Duration>> delays = new ArrayList<>();

    private String reply(String event) throws IOException {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        new EditHandler(store.crew(), (queue, byReceipt, patience) -> delays.add(byReceipt))
                .handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), reply, new FixedContext());
        return reply.toString(UTF_8);
    }

    @Test
    void answersS3TopicsAndEventBridgeWithCounts() throws IOException {
        String put = Shapes.put("a.png");

        for (String event : new String[] {
            put, Shapes.ROUTED, Shapes.topic(put), Shapes.topic(Shapes.ROUTED), Shapes.failed(put), Shapes.posted(put)
        }) {
            assertThat(reply(event)).as(event).isEqualTo(COUNTS);
        }
        assertThat(store.looked()).hasSize(6);
    }

    @Test
    void answersAQueueWithItsFailures() throws IOException {
        assertThat(reply(Shapes.batch(
                        Shapes.message("m1", Shapes.put("trouble.png")), Shapes.message("m2", Shapes.put("a.png")))))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
        assertThat(delays).containsExactly(Map.of("receipt-m1", Duration.ofMinutes(5)));
    }

    @Test
    void answersAJobWithItsResults() throws IOException {
        assertThat(reply(Shapes.BATCH_1))
                .startsWith("{\"invocationSchemaVersion\":\"1.0\"")
                .contains("\"taskId\":\"dGFza2lkZ29lc2hlcmUK\",\"resultCode\":\"Succeeded\"");
    }

    @Test
    void failsWhereADirectSenderHasToTryAgain() {
        for (String event : new String[] {
            Shapes.put("trouble.png"),
            Shapes.topic(Shapes.put("trouble.png")),
            Shapes.ROUTED.replace("example-key", "trouble.png"),
            Shapes.failed(Shapes.put("trouble.png"))
        }) {
            assertThatThrownBy(() -> reply(event)).as(event).isInstanceOf(HandedBackException.class);
        }
    }

    @Test
    void answersTheTestEvent() throws IOException {
        assertThat(reply(Events.TEST)).isEqualTo("{\"edited\":0,\"refused\":0,\"skipped\":0}");
        assertThat(reply(Shapes.batch(Shapes.message("m", Events.TEST)))).isEqualTo("{\"batchItemFailures\":[]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "\"text\"",
                "{\"key1\":\"value1\"}",
                "{\"Records\":[{\"eventSource\":\"aws:kinesis\",\"kinesis\":{}}]}",
                "{\"source\":\"aws.events\",\"detail-type\":\"Scheduled Event\"}"
            })
    void anUnknownShapeIsAnErrorAndNoSilentSuccess(String event) {
        assertThatThrownBy(() -> reply(event)).isInstanceOf(UnknownEventException.class);
        assertThat(store.looked()).isEmpty();
    }

    /** Lambda makes its handlers by these, and says only at the first event where it cannot. */
    @ParameterizedTest
    @ValueSource(
            classes = {
                EditHandler.class,
                QueueHandler.class,
                S3NotificationHandler.class,
                EventBridgeHandler.class,
                S3BatchHandler.class
            })
    void lambdaCanMakeEveryDoor(Class<?> door) throws NoSuchMethodException {
        assertThat(RequestStreamHandler.class).isAssignableFrom(door);
        assertThat(Modifier.isPublic(door.getModifiers())).isTrue();
        assertThat(Modifier.isPublic(door.getConstructor().getModifiers())).isTrue();
    }
}
