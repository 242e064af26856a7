package io.github.s3imageedit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.testing.Deployment;
import io.github.s3imageedit.testing.Samples;
import io.github.s3imageedit.testing.endpoint.Fault;
import io.github.s3imageedit.testing.endpoint.Stage;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Ledger objects that somebody overwrites while a call is out: what was paid for is kept all the same. */
class SpoiledLedgerIT {
    @ParameterizedTest
    @ValueSource(strings = {"url", "b64_json"})
    void keepsWhatWasPaidFor(String format) throws IOException {
        try (Deployment deployment = Deployment.start(Map.of())) {
            spoilTheLedgerDuringTheCall(deployment);
            deployment.upload(
                    "a.png", Samples.png(20, 20), Map.of("prompt", "add a red hat", "response_format", format));
            String event = deployment.nextEvent();

            assertThat(deployment.deliver(event)).contains("\"edited\":1");
            assertThat(deployment.deliver(event)).contains("\"skipped\":1");
            assertThat(deployment.sidecar("a.png").at("/outputs")).hasSize(1);
            assertThat(deployment.endpoint().receivedCalls()).isEqualTo(1);
        }
    }

    @Test
    void tellsOfARefusal() throws IOException {
        try (Deployment deployment = Deployment.start(Map.of())) {
            spoilTheLedgerDuringTheCall(deployment);
            deployment.endpoint().script(Fault.status(400));
            deployment.upload("a.png", Samples.png(20, 20), Map.of("prompt", "add a red hat"));

            assertThat(deployment.deliver()).contains("\"refused\":1");
            assertThat(deployment.sidecar("a.png").at("/status").asString()).isEqualTo("failed");
        }
    }

    private static void spoilTheLedgerDuringTheCall(Deployment deployment) {
        deployment.endpoint().onStage((stage, call) -> {
            if (stage == Stage.BODY_RECEIVED) {
                overwriteLedger(deployment);
            }
        });
    }

    private static void overwriteLedger(Deployment deployment) {
        deployment
                .s3()
                .client()
                .listObjectsV2Paginator(
                        request -> request.bucket(deployment.outbox()).prefix(".ledger/"))
                .contents()
                .stream()
                .map(S3Object::key)
                .forEach(key -> deployment
                        .s3()
                        .client()
                        .putObject(
                                request -> request.bucket(deployment.outbox()).key(key),
                                RequestBody.fromString("junk")));
    }
}
