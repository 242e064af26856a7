package io.github.s3imageedit.doors;

import static io.github.s3imageedit.testing.WrappedEvents.failures;
import static io.github.s3imageedit.testing.WrappedEvents.queue;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.testing.Deployment;
import io.github.s3imageedit.testing.Samples;
import io.github.s3imageedit.testing.WrappedEvents;
import io.github.s3imageedit.testing.endpoint.Fault;
import io.github.s3imageedit.testing.endpoint.Stage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches of messages, each an upload of its own. */
class QueueIT {
    private static final int TEN = 10;

    private Deployment deployment;

    @BeforeEach
    void deploy() throws IOException {
        deployment = Deployment.start(Map.of());
    }

    @AfterEach
    void close() throws IOException {
        deployment.close();
    }

    private String upload(String key) {
        deployment.upload(key, Samples.png(40, 30), Map.of("prompt", "add a hat to " + key.replace(".png", "")));
        return deployment.nextEvent();
    }

    private List<String> uploads(int count) {
        List<String> events = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            events.add(upload(key(number)));
        }
        return events;
    }

    private static String key(int number) {
        return "picture-" + number + ".png";
    }

    private void assertEdited(int count) {
        for (int number = 0; number < count; number++) {
            assertThat(deployment.sidecar(key(number)).at("/status").asString()).isEqualTo("succeeded");
        }
    }

    /** The template's default, and its largest batch: no message waits for another's edit and comes to its end untried. */
    @ParameterizedTest
    @ValueSource(ints = {TEN, 50})
    void waitsForAllOfABatchAtOnce(int size) throws IOException {
        List<String> events = uploads(size);
        CountDownLatch underWay = new CountDownLatch(size);
        deployment.endpoint().onStage((stage, sequence) -> {
            if (stage == Stage.BODY_RECEIVED) {
                underWay.countDown();
                await(underWay);
            }
        });

        assertThat(deployment.deliver(queue(events))).isEqualTo(failures());

        assertEdited(size);
        assertThat(deployment.endpoint().paidCalls()).isEqualTo(size);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Prints the time; one after the other it would be half a minute. */
    @Test
    void tenEditsTakeTheTimeOfOne() throws IOException {
        deployment.deliver(queue(upload("warm.png")));
        List<String> events = uploads(TEN);
        deployment.endpoint().script(Collections.nCopies(TEN, "delay=3s"));

        long start = System.nanoTime();
        assertThat(deployment.deliver(queue(events))).isEqualTo(failures());
        Duration taken = Duration.ofNanos(System.nanoTime() - start);

        System.out.printf("a batch of 10 edits of 3 s each: %d ms%n", taken.toMillis());
        assertEdited(TEN);
        assertThat(taken).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(15));
    }

    @Test
    void oneBadMessageFailsAlone() throws IOException {
        List<String> bodies = uploads(9);
        bodies.add(4, "{\"Records\":[{\"eventSource\":\"aws:s3\"");

        assertThat(deployment.deliver(queue(bodies))).isEqualTo(failures("m4"));

        assertEdited(9);
    }

    @Test
    void oneUploadThatMustComeAgainFailsAlone() throws IOException {
        List<String> bodies = uploads(9);
        deployment.upload("waits.png", Samples.png(40, 30), Map.of("prompt", "hat", "mask", "later.png"));
        bodies.add(deployment.nextEvent());

        assertThat(deployment.deliver(queue(bodies))).isEqualTo(failures("m9"));
        assertEdited(9);

        deployment.upload("later.png", Samples.pngWithAlpha(40, 30), Map.of());
        assertThat(deployment.deliver(queue(bodies))).isEqualTo(failures());
        assertThat(deployment.sidecar("waits.png").at("/status").asString()).isEqualTo("succeeded");
        assertThat(deployment.endpoint().paidCalls()).isEqualTo(TEN);
    }

    @Test
    void aRefusedUploadIsDone() throws IOException {
        deployment.upload("text.png", Samples.text(), Map.of("prompt", "add a hat"));

        assertThat(deployment.deliver(queue(deployment.nextEvent()))).isEqualTo(failures());
        assertThat(deployment.sidecar("text.png").at("/status").asString()).isEqualTo("failed");
    }

    /** A wrong key is nobody's upload's fault: all come again, and none is marked. */
    @Test
    void handsAllBackWhereTheFaultIsOurs() throws IOException {
        List<String> events = uploads(3);
        deployment.endpoint().script(Collections.nCopies(6, "status=402"));

        assertThat(deployment.deliver(queue(events))).isEqualTo(failures("m0", "m1", "m2"));

        assertThat(deployment.results(key(0))).isEmpty();
        assertThat(deployment.endpoint().paidCalls()).isZero();
    }

    @Test
    void paysOnceForAnUploadThatABatchNamesManyTimes() throws IOException {
        String event = upload("same.png");
        deployment.tag("same.png", Map.of("prompt", "add a hat to same"));
        String tagged = deployment.nextEvent();
        List<String> bodies = List.of(event, tagged, event, WrappedEvents.topicMessage(event), tagged);

        assertThat(deployment.deliver(queue(bodies))).isEqualTo(failures());

        assertThat(deployment.endpoint().paidCalls()).isEqualTo(1);
        assertThat(deployment.sidecar("same.png").at("/attempts")).hasSize(1);
    }

    @Test
    void beginsNothingForWhichThereIsNoTime() throws IOException {
        List<String> events = uploads(3);

        assertThat(deployment.deliver(queue(events), Duration.ofSeconds(2))).isEqualTo(failures("m0", "m1", "m2"));

        assertThat(deployment.endpoint().receivedCalls()).isZero();
        assertThat(deployment.deliver(queue(events))).isEqualTo(failures());
        assertEdited(3);
    }

    @Test
    void aMessageIsDoneWhenAllItsRecordsAre() throws IOException {
        String one = upload("one.png");
        String two = upload("two.png");
        String both = one.substring(0, one.lastIndexOf("]}")) + "," + two.substring(two.indexOf('[') + 1);
        deployment.endpoint().script(Fault.none(), Fault.html(402));

        assertThat(deployment.deliver(queue(both))).isEqualTo(failures("m0"));
        assertThat(deployment.endpoint().paidCalls()).isEqualTo(1);

        assertThat(deployment.deliver(queue(both))).isEqualTo(failures());
        assertThat(deployment.endpoint().paidCalls()).isEqualTo(2);
        assertThat(deployment.sidecar("one.png").at("/status").asString()).isEqualTo("succeeded");
        assertThat(deployment.sidecar("two.png").at("/status").asString()).isEqualTo("succeeded");
    }
}
