package io.github.s3imageedit.kill;

import static io.github.s3imageedit.testing.WrappedEvents.failures;
import static io.github.s3imageedit.testing.WrappedEvents.queue;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.testing.Deployment;
import io.github.s3imageedit.testing.Samples;
import io.github.s3imageedit.testing.endpoint.EditCall;
import io.github.s3imageedit.testing.endpoint.Stage;
import io.github.s3imageedit.testing.lambda.Invocation;
import io.github.s3imageedit.testing.s3.EmbeddedS3Backend;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SIGKILL in the middle of a batch, then the whole batch again, as SQS delivers it. */
class BatchKillIT {
    private static final int TEN = 10;
    private static final Duration LEASE = Duration.ofSeconds(2);
    private static final int MAX_DELIVERIES = 6;

    private EmbeddedS3Backend s3;
    private Deployment deployment;
    private List<String> events;

    @BeforeEach
    void upload() throws IOException {
        s3 = new EmbeddedS3Backend();
        deployment = Deployment.on(s3);
        events = new ArrayList<>();
        for (int number = 0; number < TEN; number++) {
            deployment.upload(key(number), Samples.png(40, 30), Map.of("prompt", key(number)));
            events.add(deployment.nextEvent());
        }
    }

    @AfterEach
    void close() throws IOException {
        deployment.close();
        s3.close();
    }

    private static String key(int number) {
        return "picture-" + number + ".png";
    }

    /** All have been answered, and nothing has been fetched. */
    @Test
    void paysNothingTwiceThatWasAnswered() throws InterruptedException {
        deployment.endpoint().script(Collections.nCopies(TEN, "fetch:delay=60s"));

        killAt(Stage.FETCH_BEGUN, TEN);

        assertThat(redelivered()).isEqualTo(failures());
        assertThat(deployment.endpoint().paidCalls()).isEqualTo(TEN);
        for (int number = 0; number < TEN; number++) {
            assertThat(deployment.sidecar(key(number)).at("/attempts")).hasSize(1);
        }
    }

    /** Half of them are done, and the calls of the others are out: only these may be made again, and tell of it. */
    @Test
    void paysAgainOnlyWhereTheOutcomeIsUnknown() throws InterruptedException {
        deployment.endpoint().script(Collections.nCopies(TEN / 2, "none"));
        deployment.endpoint().script(Collections.nCopies(TEN / 2, "delay=4s"));

        killAt(Stage.FETCHED, TEN / 2);

        assertThat(redelivered()).isEqualTo(failures());
        List<EditCall> calls = deployment.endpoint().calls();
        for (int number = 0; number < TEN; number++) {
            String prompt = key(number);
            long made = calls.stream()
                    .filter(call -> call.field("prompt").orElse("").equals(prompt))
                    .count();
            assertThat(deployment.sidecar(prompt).at("/status").asString()).isEqualTo("succeeded");
            // A call may have been cut off so near its end that nobody can tell, and the endpoint have it for none.
            assertThat(deployment.sidecar(prompt).at("/attempts")).hasSizeBetween((int) made, 2);
        }
        assertThat(calls).hasSizeLessThanOrEqualTo(TEN + TEN / 2);
    }

    private void killAt(Stage stage, int times) {
        AtomicInteger reached = new AtomicInteger();
        try (RunningFunction victim = RunningFunction.start("victim", deployment.environment(Map.of()), LEASE)) {
            deployment.endpoint().onStage((found, sequence) -> {
                if (found == stage && reached.incrementAndGet() == times) {
                    victim.kill();
                }
            });
            assertThat(victim.deliver(queue(events))).isInstanceOf(Invocation.Died.class);
        }
        deployment.endpoint().onStage((found, sequence) -> {});
    }

    /** The reply of the delivery that hands nothing back any more. */
    private String redelivered() throws InterruptedException {
        String reply = "";
        try (RunningFunction survivor = RunningFunction.start("survivor", deployment.environment(Map.of()), LEASE)) {
            for (int delivery = 0; delivery < MAX_DELIVERIES && !reply.equals(failures()); delivery++) {
                // A call that the endpoint is still at work on is waited for.
                Thread.sleep(LEASE);
                Invocation end = survivor.deliver(queue(events));
                assertThat(end).isInstanceOf(Invocation.Returned.class);
                reply = ((Invocation.Returned) end).body();
            }
        }
        return reply;
    }
}
