package io.github.s3imageedit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.s3imageedit.testing.Deployment;
import io.github.s3imageedit.testing.Samples;
import io.github.s3imageedit.testing.endpoint.Fault;
import io.github.s3imageedit.testing.endpoint.Stage;
import java.io.IOException;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Ledger objects that somebody overwrites while a call is out. */
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

    /** The picture of the other's call may be on its way, and a sidecar says that all is decided. */
    @Test
    void leavesTheVerdictToWhoeverTookTheEditOver() throws IOException {
        try (Deployment deployment = Deployment.start(Map.of())) {
            overwriteDuringTheCall(deployment, ledger -> ledger.replaceFirst("\"nonce\":\"", "$0another-writer."));
            deployment.endpoint().script(Fault.status(400));
            deployment.upload("a.png", Samples.png(20, 20), Map.of("prompt", "add a red hat"));

            assertThatThrownBy(deployment::deliver).hasMessageContaining("another invocation has taken the edit over");
            assertThat(deployment.results("a.png")).isEmpty();
        }
    }

    private static void spoilTheLedgerDuringTheCall(Deployment deployment) {
        overwriteDuringTheCall(deployment, ledger -> "junk");
    }

    private static void overwriteDuringTheCall(Deployment deployment, UnaryOperator<String> change) {
        deployment.endpoint().onStage((stage, call) -> {
            if (stage == Stage.BODY_RECEIVED) {
                overwriteLedger(deployment, change);
            }
        });
    }

    private static void overwriteLedger(Deployment deployment, UnaryOperator<String> change) {
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
                                RequestBody.fromString(change.apply(new String(deployment.result(key), UTF_8)))));
    }
}
