package io.github.s3imageedit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.testing.Deployment;
import io.github.s3imageedit.testing.Samples;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bucket that keeps versions: an event means the version that it names, and no other. */
class VersionsIT {
    private static final String ONE_EDITED = "{\"edited\":1,\"refused\":0,\"skipped\":0}";

    private Deployment deployment;

    @BeforeEach
    void deploy() throws IOException {
        deployment = Deployment.versioned();
    }

    @AfterEach
    void close() throws IOException {
        deployment.close();
    }

    @Test
    void editsEachVersionByItsOwnTags() throws IOException {
        deployment.upload("cat.png", Samples.png(20, 20), Map.of("prompt", "first"));
        deployment.upload("cat.png", Samples.png(30, 30), Map.of("prompt", "second"));
        // Queues keep no order.
        List<String> events = List.of(deployment.nextEvent(), deployment.nextEvent());
        String first = ofSize(events, Samples.png(20, 20).length);
        String second = ofSize(events, Samples.png(30, 30).length);

        assertThat(deployment.deliver(second)).isEqualTo(ONE_EDITED);
        assertThat(deployment
                        .sidecar("cat.png")
                        .at("/request/parameters/prompt")
                        .asString())
                .isEqualTo("second");
        assertThat(deployment.sidecar("cat.png").at("/source/version_id").asString())
                .isNotEmpty();
        assertThat(deployment.deliver(first)).isEqualTo(ONE_EDITED);

        assertThat(deployment.endpoint().calls())
                .extracting(call -> call.field("prompt").orElse(""))
                .containsExactly("second", "first");
    }

    private static String ofSize(List<String> events, int bytes) {
        return events.stream()
                .filter(event -> event.matches("(?s).*\"size\"\\s*:\\s*" + bytes + "\\b.*"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void editsAVersionThatLiesBehindADeleteMarker() throws IOException {
        deployment.upload("cat.png", Samples.png(20, 20), Map.of("prompt", "hat"));
        deployment.delete("cat.png");

        assertThat(deployment.deliver()).isEqualTo(ONE_EDITED);
    }
}
