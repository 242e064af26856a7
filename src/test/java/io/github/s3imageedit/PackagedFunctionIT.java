package io.github.s3imageedit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.testing.BigPicture;
import io.github.s3imageedit.testing.Deployment;
import io.github.s3imageedit.testing.Samples;
import io.github.s3imageedit.testing.endpoint.StandInSettings;
import io.github.s3imageedit.testing.lambda.FunctionCode;
import io.github.s3imageedit.testing.lambda.FunctionProcess;
import io.github.s3imageedit.testing.lambda.Invocation;
import io.github.s3imageedit.testing.lambda.RuntimeApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The package as it is deployed, in a JVM of its own under Lambda's runtime client. */
class PackagedFunctionIT {
    private static final String HANDLER = "io.github.s3imageedit.trigger.EditHandler";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** How Lambda starts Java 25, with little memory. */
    private static final List<String> SMALL_JVM =
            List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");

    @TempDir
    Path folder;

    private Deployment deployment;
    private RuntimeApi lambda;

    @BeforeEach
    void start() throws IOException {
        deployment = Deployment.start(Map.of());
        lambda = RuntimeApi.start();
    }

    @AfterEach
    void close() throws IOException {
        lambda.close();
        deployment.close();
    }

    private FunctionProcess function(Map<String, String> furtherSettings) {
        Map<String, String> environment = new HashMap<>(deployment.environment(furtherSettings));
        return FunctionProcess.start(lambda, FunctionCode.packaged(), HANDLER, environment, SMALL_JVM);
    }

    @Test
    void editsUnderLambdasRuntimeClient() {
        deployment.upload("packaged.png", Samples.harbour(), Map.of("prompt", "add a red hat"));
        try (FunctionProcess function = function(Map.of())) {
            assertThat(lambda.invoke(deployment.nextEvent(), PATIENCE))
                    .isEqualTo(new Invocation.Returned("{\"edited\":1,\"refused\":0,\"skipped\":0}"));
            function.kill();
            assertThat(function.output())
                    .contains("packaged.png: edited in")
                    .doesNotContain(StandInSettings.DEFAULT_KEY, "red hat");
            assertThat(function.errors()).isEmpty();
        }
        assertThat(deployment.sidecar("packaged.png").at("/status").asString()).isEqualTo("succeeded");
    }

    @Test
    void writesNothingButJsonWhereThatIsTheLogFormat() {
        deployment.upload("json.png", Samples.harbour(), Map.of("prompt", "add a red hat"));
        try (FunctionProcess function = function(Map.of("AWS_LAMBDA_LOG_FORMAT", "JSON"))) {
            lambda.invoke(deployment.nextEvent(), PATIENCE);
            function.kill();
            List<JsonNode> lines =
                    function.output().lines().map(JsonMapper.shared()::readTree).toList();
            assertThat(lines).allSatisfy(line -> {
                assertThat(line.path("level").asString()).isEqualTo("INFO");
                assertThat(Instant.parse(line.path("timestamp").asString())).isBefore(Instant.now());
            });
            assertThat(lines)
                    .filteredOn(line -> line.path("message").asString("").contains("json.png: edited in"))
                    .hasSize(1);
            assertThat(lines)
                    .filteredOn(line -> line.path("event").asString("").equals("edit"))
                    .singleElement()
                    .satisfies(line ->
                            assertThat(line.path("FunctionName").asString()).isEqualTo("test"));
            assertThat(function.errors()).isEmpty();
        }
    }

    @Test
    void tellsAllFaultsOfItsSettingsAtOnceAndNoSecret() {
        Map<String, String> wrong = Map.of(
                "OUTPUT_BUCKET",
                "",
                "EDIT_BASE_URL",
                "api.example",
                "SIDE_FILES",
                "perhaps",
                "EDIT_API_KEY",
                "se cret");
        try (FunctionProcess function = function(wrong)) {
            assertThat(lambda.invoke("{\"Records\":[]}", PATIENCE))
                    .isInstanceOfSatisfying(
                            Invocation.Failed.class,
                            failed -> assertThat(failed.message())
                                    .contains("OUTPUT_BUCKET", "EDIT_BASE_URL", "SIDE_FILES", "EDIT_API_KEY")
                                    .doesNotContain("se cret"));
            assertThat(function.output() + function.errors()).doesNotContain("se cret");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"url", "b64_json"})
    void streamsLargePicturesThroughALittleMemory(String form) throws IOException {
        Path picture = BigPicture.ofMegabytes(45).writeTo(folder.resolve("45.png"));
        Path result = BigPicture.ofMegabytes(15).writeTo(folder.resolve("15.png"));
        deployment.endpoint().results(result);
        deployment
                .s3()
                .client()
                .putObject(
                        request -> request.bucket(deployment.inbox())
                                .key("large.png")
                                .tagging("prompt=larger&n=4&response_format=" + form),
                        RequestBody.fromFile(picture));
        String event = deployment.nextEvent();

        try (FunctionProcess function = function(Map.of())) {
            assertThat(lambda.invoke(event, PATIENCE))
                    .isEqualTo(new Invocation.Returned("{\"edited\":1,\"refused\":0,\"skipped\":0}"));
            System.out.printf(
                    "45 MB in, 4 x 15 MB out as %s with -Xmx64m: peak RSS %d MB%n",
                    form, function.peakMemory().orElse(0) >> 20);
        }

        JsonNode outputs = deployment.sidecar("large.png").at("/outputs");
        assertThat(outputs)
                .hasSize(4)
                .allSatisfy(output -> assertThat(output.at("/bytes").asLong()).isEqualTo(Files.size(result)));
    }
}
