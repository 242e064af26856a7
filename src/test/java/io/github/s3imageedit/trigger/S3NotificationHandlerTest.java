package io.github.s3imageedit.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class S3NotificationHandlerTest {
    private final LookingStore store = new LookingStore();

    private String reply(String event) throws IOException {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        new S3NotificationHandler(store.crew())
                .handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), reply, new FixedContext());
        return reply.toString(UTF_8);
    }

    private static String event(String... keys) {
        return Arrays.stream(keys)
                .map(key -> Events.recordOnly("ObjectCreated:Put", "{\"key\":\"" + key + "\"}"))
                .collect(Collectors.joining(",", "{\"Records\":[", "]}"));
    }

    @Test
    void answersWithItsCounts() throws IOException {
        assertThat(reply(event("plain.png", "gone.png", "b+c.png"))).isEqualTo(skipped(3));
        assertThat(store.looked()).containsExactlyInAnyOrder("plain.png", "gone.png", "b c.png");
        assertThat(reply(Events.TEST)).isEqualTo(skipped(0));
    }

    private static String skipped(int count) {
        return "{\"edited\":0,\"refused\":0,\"skipped\":" + count + "}";
    }

    @Test
    void oneObjectsTroubleIsNotTheOthers() {
        assertThatThrownBy(() -> reply(event("trouble.png", "plain.png")))
                .isInstanceOf(HandedBackException.class)
                .hasMessageContaining("s3://inbox/trouble.png")
                .hasMessageNotContaining("plain.png")
                .hasMessageNotContaining("secret");
        assertThat(store.looked()).containsExactlyInAnyOrder("trouble.png", "plain.png");
    }

    @Test
    void looksAtNothingBeforeTheWholeEventIsRead() {
        String cut = event("plain.png", "other.png").replaceFirst("other.*", "");

        assertThatThrownBy(() -> reply(cut)).isInstanceOf(UnknownEventException.class);
        assertThatThrownBy(() -> reply("{}")).isInstanceOf(UnknownEventException.class);
        assertThat(store.looked()).isEmpty();
    }
}
