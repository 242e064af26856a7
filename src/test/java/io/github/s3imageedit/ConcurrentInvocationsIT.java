package io.github.s3imageedit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.image.Sha256;
import io.github.s3imageedit.testing.Deployment;
import io.github.s3imageedit.testing.Samples;
import io.github.s3imageedit.testing.endpoint.EditCall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Many invocations at once in one JVM, through one handler, as Lambda Managed Instances have them. */
class ConcurrentInvocationsIT {
    private static final int MANY = 32;
    private static final String ONE_EDITED = "{\"edited\":1,\"refused\":0,\"skipped\":0}";
    private static final String ONE_SKIPPED = "{\"edited\":0,\"refused\":0,\"skipped\":1}";

    private Deployment deployment;

    @BeforeEach
    void deploy() throws IOException {
        deployment = Deployment.start(Map.of());
    }

    @AfterEach
    void close() throws IOException {
        deployment.close();
    }

    @Test
    void givesEachEditItsOwnResult() throws Exception {
        List<String> events = differentEdits();

        assertThat(deployment.deliverAtOnce(events)).containsOnly(ONE_EDITED).hasSize(MANY);

        assertEachHasItsOwn();
        assertThat(deployment.endpoint().paidCalls()).isEqualTo(MANY);
    }

    @Test
    void paysOnceForOneEventThatComesManyTimesAmongOthers() throws Exception {
        List<String> events = new ArrayList<>(differentEdits());
        events.addAll(Collections.nCopies(MANY, sameEdit()));
        Collections.shuffle(events, new Random(1));

        List<String> replies = deployment.deliverAtOnce(events);

        assertThat(replies).containsOnly(ONE_EDITED, ONE_SKIPPED);
        assertThat(Collections.frequency(replies, ONE_EDITED)).isEqualTo(MANY + 1);
        assertEachHasItsOwn();
        assertThat(deployment.sidecar("same.png").at("/status").asString()).isEqualTo("succeeded");
        assertThat(callsByPrompt()).containsEntry("same", 1).hasSize(MANY + 1);
        assertThat(deployment.endpoint().paidCalls()).isEqualTo(MANY + 1);
    }

    private List<String> differentEdits() {
        List<String> events = new ArrayList<>();
        for (int number = 0; number < MANY; number++) {
            String form = number % 2 == 0 ? "url" : "b64_json";
            deployment.upload(key(number), picture(number), Map.of("prompt", key(number), "response_format", form));
            events.add(deployment.nextEvent());
        }
        return events;
    }

    private String sameEdit() {
        deployment.upload("same.png", Samples.png(10, 10), Map.of("prompt", "same"));
        return deployment.nextEvent();
    }

    private static String key(int number) {
        return "picture-" + number + ".png";
    }

    /** Told from the others by its width, which the stand-in keeps. */
    private static byte[] picture(int number) {
        return Samples.png(width(number), 20);
    }

    private static int width(int number) {
        return 20 + number;
    }

    private void assertEachHasItsOwn() {
        for (int number = 0; number < MANY; number++) {
            JsonNode sidecar = deployment.sidecar(key(number));
            assertThat(sidecar.at("/source/sha256").asString()).isEqualTo(sha256(picture(number)));
            assertThat(sidecar.at("/attempts")).hasSize(1);
            assertThat(sidecar.at("/warnings")).isEmpty();
            JsonNode output = sidecar.at("/outputs/0");
            assertThat(output.at("/width").asInt()).isEqualTo(width(number));
            assertThat(sha256(deployment.result(output.at("/key").asString())))
                    .isEqualTo(output.at("/sha256").asString());
            assertThat(callsByPrompt()).containsEntry(key(number), 1);
        }
    }

    private Map<String, Integer> callsByPrompt() {
        Map<String, Integer> calls = new HashMap<>();
        for (EditCall call : deployment.endpoint().calls()) {
            calls.merge(call.field("prompt").orElse(""), 1, Integer::sum);
        }
        return calls;
    }

    private static String sha256(byte[] bytes) {
        return Sha256.hex(Sha256.digest().digest(bytes));
    }
}
