package io.github.s3imageedit.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventBridgeHandlerTest {
    private final LookingStore store = new LookingStore();

    private static String reply(LookingStore store, String event) throws IOException {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        new EventBridgeHandler(store.crew())
                .handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), reply, new FixedContext());
        return reply.toString(UTF_8);
    }

    private static String routed(String key) {
        return Shapes.ROUTED.replace("example-key", key);
    }

    private static String skipped(int count) {
        return "{\"edited\":0,\"refused\":0,\"skipped\":" + count + "}";
    }

    @Test
    void answersWithItsCounts() throws IOException {
        assertThat(reply(store, routed("a.png"))).isEqualTo(skipped(1));
        assertThat(reply(store, routed("a.png").replace("Object Created", "Object Tags Added")))
                .isEqualTo(skipped(1));
        assertThat(reply(store, routed("b.png").replace("Object Created", "Object Deleted")))
                .isEqualTo(skipped(0));
        assertThat(store.looked()).containsExactly("a.png", "a.png");
    }

    @Test
    void looksForTheDecodedKeyOnlyWhereTheRawOneIsMissing() throws IOException {
        LookingStore decoded = new LookingStore(
                event -> event.object().key().equals("a b.png") ? LookingStore.untagged(event) : Optional.empty());

        assertThat(reply(decoded, routed("a+b.png"))).isEqualTo(skipped(1));
        assertThat(decoded.looked()).containsExactly("a+b.png", "a b.png");
        assertThat(reply(store, routed("a+b.png"))).isEqualTo(skipped(1));
        assertThat(store.looked()).containsExactly("a+b.png");
    }

    @Test
    void failsWhereSomethingHasToBeTriedAgain() {
        assertThatThrownBy(() -> reply(store, routed("trouble.png")))
                .isInstanceOf(HandedBackException.class)
                .hasMessageContaining("trouble.png")
                .hasMessageNotContaining("secret");
    }

    @Test
    void takesTheRecordOfAFailedInvocation() throws IOException {
        assertThat(reply(store, Shapes.failed(routed("a.png")))).isEqualTo(skipped(1));
        assertThat(reply(store, Shapes.failedByBus(routed("b.png")))).isEqualTo(skipped(1));
        assertThat(store.looked()).containsExactly("a.png", "b.png");
    }

    @Test
    void otherEventsAreErrors() {
        for (String event : new String[] {
            Shapes.put("a.png"),
            Shapes.BATCH_1,
            Shapes.batch(Shapes.message("m", "x")),
            routed("a.png").replace("aws.s3", "aws.ec2"),
            "{}"
        }) {
            assertThatThrownBy(() -> reply(store, event)).as(event).isInstanceOf(UnknownEventException.class);
        }
        assertThatThrownBy(() -> reply(store, Shapes.BATCH_1)).hasMessageContaining("EditHandler");
        assertThat(store.looked()).isEmpty();
    }
}
