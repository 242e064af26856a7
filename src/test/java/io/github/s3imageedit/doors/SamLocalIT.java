package io.github.s3imageedit.doors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.testing.Deployment;
import io.github.s3imageedit.testing.SampleEvent;
import io.github.s3imageedit.testing.Samples;
import io.github.s3imageedit.testing.endpoint.Dialect;
import io.github.s3imageedit.testing.endpoint.StandInEndpoint;
import io.github.s3imageedit.testing.endpoint.StandInSettings;
import io.github.s3imageedit.testing.lambda.Containers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each file of {@code events/} by {@code sam local invoke}, in Lambda's own image, against the tests' S3 and the stand-in on
 * this machine. Wants what {@code sam build} made, and the SAM CLI by {@code -Dsam=/path/to/sam}; {@code bin/sam-local} and
 * {@code .ci/run} bring both.
 */
@EnabledIfSystemProperty(named = "sam", matches = ".+", disabledReason = "no SAM CLI is named by -Dsam")
class SamLocalIT {
    private static final int PATIENCE_SECONDS = 120;

    @TempDir
    Path folder;

    /** Those that {@code -Dsam.events} names, or all. */
    static Stream<SampleEvent> samples() {
        String named = System.getProperty("sam.events", "").strip();
        return named.isEmpty()
                ? SampleEvent.all().stream()
                : Stream.of(named.split("\\s+", -1)).map(SampleEvent::named);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void editsWhatASampleNames(SampleEvent sample) throws Exception {
        StandInSettings everywhere = StandInSettings.of(Dialect.LUMENFALL).boundTo("0.0.0.0", 0);
        try (Deployment deployment = Deployment.start(Map.of());
                StandInEndpoint endpoint = StandInEndpoint.start(everywhere)) {
            for (String key : sample.keys()) {
                deployment.upload(key, Samples.harbour(), Map.of("prompt", "add a red hat"));
            }

            String reply = invoked(sample, deployment, environment(deployment, endpoint));

            assertThat(reply).containsAnyOf("\"edited\"", "\"batchItemFailures\": []", "\"Succeeded\"");
            for (String key : sample.keys()) {
                assertThat(deployment.sidecar(key).at("/status").asString()).isEqualTo("succeeded");
            }
            assertThat(endpoint.paidCalls()).isEqualTo(sample.keys().size());
        }
    }

    private static Map<String, String> environment(Deployment deployment, StandInEndpoint endpoint) {
        Map<String, String> environment = new HashMap<>(deployment.environment(Map.of()));
        int port = deployment.s3().endpoint().getPort();
        environment.put("AWS_ENDPOINT_URL", "http://" + Containers.HOST + ":" + port);
        environment.put("EDIT_BASE_URL", "http://" + Containers.HOST + ":" + endpoint.port() + "/openai/v1");
        return environment;
    }

    private String invoked(SampleEvent sample, Deployment deployment, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path event = Files.writeString(folder.resolve("event.json"), sample.of(deployment.inbox()));
        Path settings = Files.writeString(
                folder.resolve("env.json"), JsonMapper.shared().writeValueAsString(Map.of("Parameters", environment)));
        Path log = folder.resolve("log.txt");
        ProcessBuilder sam = new ProcessBuilder(command(sample, event, settings))
                .redirectError(log.toFile())
                .redirectOutput(folder.resolve("reply.json").toFile());
        sam.environment().putAll(environment);
        sam.environment().put("SAM_CLI_TELEMETRY", "0");
        Process process = sam.start();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        String reply = Files.readString(folder.resolve("reply.json"), UTF_8);
        System.out.printf("sam local invoke of %s answered %s%n", sample, reply.strip());
        assertThat(process.exitValue()).as(Files.readString(log, UTF_8)).isZero();
        return reply;
    }

    private static List<String> command(SampleEvent sample, Path event, Path settings) {
        return List.of(
                System.getProperty("sam"),
                "local",
                "invoke",
                sample.name().startsWith("s3-batch") ? "BatchFunction" : "EditFunction",
                "--event",
                event.toString(),
                "--env-vars",
                settings.toString(),
                "--parameter-overrides",
                "Architecture=" + Containers.architecture(),
                "--skip-pull-image");
    }
}
