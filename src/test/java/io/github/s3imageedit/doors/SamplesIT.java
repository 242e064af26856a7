package io.github.s3imageedit.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.testing.Deployment;
import io.github.s3imageedit.testing.SampleEvent;
import io.github.s3imageedit.testing.Samples;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file of {@code events/} through the door that is deployed, and once more. */
class SamplesIT {
    static List<SampleEvent> samples() {
        return SampleEvent.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void editsWhatASampleNamesOnce(SampleEvent sample) throws IOException {
        try (Deployment deployment = Deployment.start(Map.of())) {
            for (String key : sample.keys()) {
                deployment.upload(key, Samples.harbour(), Map.of("prompt", "add a red hat"));
            }
            String event = sample.of(deployment.inbox());

            assertThat(deployment.deliver(event)).satisfies(SamplesIT::assertDone);
            assertThat(deployment.deliver(event)).satisfies(SamplesIT::assertDone);

            for (String key : sample.keys()) {
                assertThat(deployment.sidecar(key).at("/source/key").asString()).isEqualTo(key);
                assertThat(deployment.sidecar(key).at("/status").asString()).isEqualTo("succeeded");
            }
            assertThat(deployment.endpoint().paidCalls())
                    .isEqualTo(sample.keys().size());
        }
    }

    private static void assertDone(String reply) {
        assertThat(reply)
                .containsAnyOf("\"edited\":", "\"batchItemFailures\":[]", "\"Succeeded\"")
                .contains(reply.contains("\"edited\"") ? "\"refused\":0" : "");
    }
}
