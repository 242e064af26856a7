package io.github.s3imageedit.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.testing.Deployment;
import io.github.s3imageedit.testing.Samples;
import io.github.s3imageedit.testing.WrappedEvents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One upload, told of by every sender at once: one paid call. */
class MixedDoorsIT {
    private static final int ROUNDS = 5;
    private static final String KEY = "cats/tom & Jérôme +1.png";

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
    void paysOnceForAnUploadThatComesThroughAllDoorsAtOnce() throws Exception {
        deployment.upload(KEY, Samples.harbour(), Map.of("prompt", "add a red hat"));
        String notification = deployment.nextEvent();
        deployment.tag(KEY, Map.of("prompt", "add a red hat"));
        String tagging = deployment.nextEvent();
        List<String> events = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            events.addAll(throughAllDoors(notification));
            events.addAll(throughAllDoors(tagging));
        }
        Collections.shuffle(events, new Random(5));

        List<String> replies = deployment.deliverAtOnce(events);

        assertThat(deployment.endpoint().paidCalls()).isEqualTo(1);
        assertThat(deployment.endpoint().receivedCalls()).isEqualTo(1);
        assertThat(deployment.results(KEY)).hasSize(2);
        assertThat(deployment.sidecar(KEY).at("/attempts")).hasSize(1);
        assertThat(replies).allSatisfy(MixedDoorsIT::assertDone);
    }

    private List<String> throughAllDoors(String notification) {
        String routed = WrappedEvents.routed(notification, KEY);
        String spelt = "cats/tom%20%26%20J%C3%A9r%C3%B4me%20%2B1.png";
        return List.of(
                notification,
                WrappedEvents.topic(notification),
                WrappedEvents.queue(notification, WrappedEvents.topicMessage(notification)),
                WrappedEvents.queue(routed),
                routed,
                WrappedEvents.failed(notification),
                WrappedEvents.queue(WrappedEvents.failed(routed)),
                WrappedEvents.batch(deployment.inbox(), spelt, Map.of()),
                // The upload's own words come before the job's.
                WrappedEvents.batch(deployment.inbox(), spelt, Map.of("prompt", "something else")));
    }

    private static void assertDone(String reply) {
        assertThat(reply)
                .satisfiesAnyOf(
                        direct -> assertThat(direct)
                                .isIn(
                                        "{\"edited\":1,\"refused\":0,\"skipped\":0}",
                                        "{\"edited\":0,\"refused\":0,\"skipped\":1}"),
                        queue -> assertThat(queue).isEqualTo(WrappedEvents.failures()),
                        batch -> assertThat(batch)
                                .contains("\"resultCode\":\"Succeeded\"", "\"taskId\":\"task\"", ".png and s3://"));
    }

    /** A whole bucket can be edited with one prompt, and objects say what they want otherwise. */
    @Test
    void editsWithTheArgumentsOfAJob() throws IOException {
        deployment.upload("plain.png", Samples.png(20, 20), Map.of());
        deployment.upload("own.png", Samples.png(20, 20), Map.of("prompt", "my own words"));
        deployment.upload("text.txt", Samples.text(), Map.of());
        Map<String, String> arguments = Map.of("prompt", "the job's words, with a comma!", "n", "2");

        String plain = deployment.deliver(WrappedEvents.batch(deployment.inbox(), "plain.png", arguments));
        deployment.deliver(WrappedEvents.batch(deployment.inbox(), "own.png", arguments));
        String text = deployment.deliver(WrappedEvents.batch(deployment.inbox(), "text.txt", arguments));
        String missing = deployment.deliver(WrappedEvents.batch(deployment.inbox(), "missing.png", arguments));

        assertThat(deployment
                        .sidecar("plain.png")
                        .at("/request/parameters/prompt")
                        .asString())
                .isEqualTo("the job's words, with a comma!");
        assertThat(deployment.sidecar("plain.png").at("/request/origins/prompt").asString())
                .isEqualTo("batch");
        assertThat(deployment.sidecar("plain.png").at("/outputs")).hasSize(2);
        assertThat(deployment
                        .sidecar("own.png")
                        .at("/request/parameters/prompt")
                        .asString())
                .isEqualTo("my own words");
        assertThat(deployment.sidecar("own.png").at("/request/origins/n").asString())
                .isEqualTo("batch");
        assertThat(plain).contains("\"Succeeded\"", "edited: s3://" + deployment.outbox() + "/plain.png/");
        assertThat(text).contains("\"Succeeded\"", "skipped: it is no picture");
        assertThat(missing).contains("\"PermanentFailure\"", "there is no such object");
        assertThat(deployment.endpoint().paidCalls()).isEqualTo(2);
    }

    @Test
    void tellsTheJobWhatASidecarSaysNowAndAgain() throws IOException {
        deployment.upload("bad.png", Samples.text(), Map.of("prompt", "add a hat"));
        String task = WrappedEvents.batch(deployment.inbox(), "bad.png", Map.of());

        for (String reply : List.of(deployment.deliver(task), deployment.deliver(task))) {
            assertThat(reply)
                    .contains(
                            "\"PermanentFailure\"",
                            deployment.sidecar("bad.png").at("/error/hint").asString())
                    .contains("See s3://" + deployment.outbox() + "/bad.png/");
        }
        deployment.upload("good.png", Samples.png(20, 20), Map.of("prompt", "add a hat"));
        deployment.endpoint().script(Collections.nCopies(2, "status=402"));
        String good = WrappedEvents.batch(deployment.inbox(), "good.png", Map.of());
        assertThat(deployment.deliver(good)).contains("\"TemporaryFailure\"", "top up the account's credit");
        deployment.endpoint().reset();
        assertThat(deployment.deliver(good)).contains("\"Succeeded\"", "edited: s3://");
        assertThat(deployment.deliver(good)).contains("\"Succeeded\"", "decided before: s3://", ".json");
    }
}
