package io.github.s3imageedit.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.testing.Deployment;
import io.github.s3imageedit.testing.Samples;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tags that come, change and go after an upload, with the events that S3 sends of it. */
class RetaggingIT {
    private static final String EDITED = "{\"edited\":1,\"refused\":0,\"skipped\":0}";
    private static final String SKIPPED = "{\"edited\":0,\"refused\":0,\"skipped\":1}";

    @ParameterizedTest
    @ValueSource(strings = {"", "tidy it up"})
    void newWordsMakeANewEditAndNothingElseDoes(String defaultPrompt) throws IOException {
        try (Deployment deployment = Deployment.start(Map.of("DEFAULT_PROMPT", defaultPrompt))) {
            deployment.upload("tom.png", Samples.png(20, 20), Map.of("prompt", "a red hat"));
            assertThat(deployment.deliver()).isEqualTo(EDITED);

            // What a put with tags may raise besides.
            deployment.tag("tom.png", Map.of("prompt", "a red hat"));
            assertThat(deployment.deliver()).isEqualTo(SKIPPED);
            deployment.tag("tom.png", Map.of("prompt", "a red hat", "owner", "me"));
            assertThat(deployment.deliver()).isEqualTo(SKIPPED);
            deployment.tag("tom.png", Map.of("prompt", "a green hat"));
            assertThat(deployment.deliver()).isEqualTo(EDITED);
            deployment.tag("tom.png", Map.of());
            assertThat(deployment.deliver()).isEqualTo(SKIPPED);
            deployment.tag("tom.png", Map.of("prompt", "a red hat"));
            assertThat(deployment.deliver()).isEqualTo(SKIPPED);

            assertThat(deployment.endpoint().paidCalls()).isEqualTo(2);
            assertThat(deployment.results("tom.png")).hasSize(4);
        }
    }

    @Test
    void tagsThatComeLaterStartTheEdit() throws IOException {
        try (Deployment deployment = Deployment.start(Map.of())) {
            deployment.upload("tom.png", Samples.png(20, 20), Map.of());
            assertThat(deployment.deliver()).isEqualTo(SKIPPED);
            deployment.tag("tom.png", Map.of("prompt", "a red hat"));
            assertThat(deployment.deliver()).isEqualTo(EDITED);
        }
    }
}
