package io.github.s3imageedit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.testing.Deployment;
import io.github.s3imageedit.testing.Samples;
import io.github.s3imageedit.testing.endpoint.Fault;
import io.github.s3imageedit.testing.lambda.Deliverer;
import io.github.s3imageedit.testing.lambda.DelivererProcess;
import io.github.s3imageedit.testing.s3.EmbeddedS3Backend;
import io.github.s3imageedit.testing.s3.S3Backend;
import io.github.s3imageedit.trigger.HandedBackException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A thousand deliveries of one event, in eight JVMs at once: one call is paid for. */
class DeliveriesIT {
    private static final int JVMS = 8;
    private static final Deliverer.Load LOAD = new Deliverer.Load(125, 16, Duration.ofSeconds(3));
    private static final Duration EDIT = Duration.ofSeconds(5);
    private static final String KEY = "often.png";
    private static final String EDITED = "{\"edited\":1,\"refused\":0,\"skipped\":0}";
    private static final String SKIPPED = "{\"edited\":0,\"refused\":0,\"skipped\":1}";

    @Test
    void payOnceOnTheSharedS3() throws Exception {
        payOnce(S3Backend.shared());
    }

    @Test
    void payOnceOnTheEmbeddedS3() throws Exception {
        try (EmbeddedS3Backend s3 = new EmbeddedS3Backend()) {
            payOnce(s3);
        }
    }

    private static void payOnce(S3Backend s3) throws Exception {
        try (Deployment deployment = Deployment.on(s3)) {
            deployment
                    .endpoint()
                    .script(Collections.nCopies(JVMS * LOAD.threads(), Fault.delay(EDIT))
                            .toArray(Fault[]::new));
            deployment.upload(KEY, Samples.png(40, 30), Map.of("prompt", "add a hat"));
            String event = deployment.nextEvent();

            Map<String, Integer> ends = deliverEverywhere(deployment, event);
            System.out.println("deliveries on " + s3.name() + " ended so: " + ends);

            assertEnds(ends);
            assertThat(deployment.endpoint().receivedCalls()).isEqualTo(1);
            assertThat(deployment.endpoint().paidCalls()).isEqualTo(1);
            assertThat(deployment.results(KEY)).hasSize(2);
            assertThat(deployment.sidecar(KEY).at("/status").asString()).isEqualTo("succeeded");
            // Whoever handed it back gets it again.
            assertThat(deployment.deliver(event)).isEqualTo(SKIPPED);
            assertThat(deployment.endpoint().receivedCalls()).isEqualTo(1);
        }
    }

    private static void assertEnds(Map<String, Integer> ends) {
        assertThat(ends.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(JVMS * LOAD.deliveries());
        assertThat(ends).containsEntry(EDITED, 1);
        assertThat(ends.keySet())
                .allSatisfy(end -> assertThat(end)
                        .matches(found -> found.equals(EDITED)
                                || found.equals(SKIPPED)
                                || found.startsWith(HandedBackException.class.getName())));
    }

    private static Map<String, Integer> deliverEverywhere(Deployment deployment, String event) throws Exception {
        List<DelivererProcess> jvms = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int jvm = 0; jvm < JVMS; jvm++) {
                jvms.add(DelivererProcess.start(deployment.environment(Map.of()), LOAD));
            }
            awaitReady(jvms);
            List<Callable<List<String>>> deliveries = jvms.stream()
                    .<Callable<List<String>>>map(jvm -> () -> jvm.deliver(event))
                    .toList();
            Map<String, Integer> ends = new TreeMap<>();
            for (Future<List<String>> results : threads.invokeAll(deliveries)) {
                results.get().forEach(end -> ends.merge(end, 1, Integer::sum));
            }
            return ends;
        } finally {
            jvms.forEach(DelivererProcess::close);
        }
    }

    private static void awaitReady(List<DelivererProcess> jvms) throws IOException {
        for (DelivererProcess jvm : jvms) {
            jvm.awaitReady();
        }
    }
}
