package io.github.s3imageedit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.testing.Deployment;
import io.github.s3imageedit.testing.EmfSchema;
import io.github.s3imageedit.testing.Samples;
import io.github.s3imageedit.testing.endpoint.Fault;
import io.github.s3imageedit.testing.endpoint.StandInSettings;
import io.github.s3imageedit.testing.s3.EmbeddedS3Backend;
import io.github.s3imageedit.trigger.HandedBackException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The structured line of each event, as the whole function prints it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditLineIT {
    private static final String KEY = "tom.png";

    private final EmbeddedS3Backend s3 = new EmbeddedS3Backend();
    private final List<Deployment> deployments = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (Deployment deployment : deployments) {
            deployment.close();
        }
        deployments.clear();
    }

    @AfterAll
    void stopS3() {
        s3.close();
    }

    private Deployment deploy(Map<String, String> settings) throws IOException {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("AWS_LAMBDA_FUNCTION_NAME", "edit-function");
        Deployment deployment = Deployment.on(s3, environment);
        deployments.add(deployment);
        return deployment;
    }

    private static String upload(Deployment deployment, byte[] content) {
        deployment.upload(KEY, content, Map.of("prompt", "add a red hat"));
        return deployment.nextEvent();
    }

    /** The one line of one delivery. */
    private static JsonNode line(Deployment deployment, String event) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(bytes, true, UTF_8));
        try {
            deployment.deliver(event);
        } catch (HandedBackException handedBack) {
            // The line says so.
        } finally {
            System.setOut(before);
        }
        String output = bytes.toString(UTF_8);
        System.out.print(output);
        assertThat(output).doesNotContain("red hat", StandInSettings.DEFAULT_KEY, "http://", "https://");
        List<String> lines = output.lines()
                .filter(text -> text.contains("\"event\":\"edit\""))
                .toList();
        assertThat(lines)
                .singleElement()
                .satisfies(text -> assertThat(EmfSchema.problems(text)).isEmpty());
        return JsonMapper.shared().readTree(lines.getFirst());
    }

    private static String metrics(JsonNode line) {
        JsonNode metrics = line.at("/_aws/CloudWatchMetrics/0/Metrics");
        return StreamSupport.stream(metrics.spliterator(), false)
                .map(metric -> metric.path("Name").asString())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Test
    void tellsWhatTheSidecarTells() throws IOException {
        Deployment deployment = deploy(Map.of());

        JsonNode line = line(deployment, upload(deployment, Samples.harbour()));

        JsonNode sidecar = deployment.sidecar(KEY);
        assertThat(line.path("outcome").asString()).isEqualTo("edited");
        assertThat(line.path("object").asString()).isEqualTo("s3://" + deployment.inbox() + "/" + KEY);
        assertThat(line.path("edit")).isEqualTo(sidecar.path("edit"));
        assertThat(line.path("request_id")).isEqualTo(sidecar.at("/reply/request_id"));
        assertThat(line.path("cost")).isEqualTo(sidecar.at("/reply/cost"));
        assertThat(line.path("model")).isEqualTo(sidecar.at("/request/parameters/model"));
        assertThat(line.path("calls").asInt()).isEqualTo(1);
        assertThat(line.path("sidecar").asString()).endsWith(".json");
        assertThat(line.path("timings_ms").path("edit").asInt()).isPositive();
        assertThat(metrics(line)).isEqualTo("Cost Edits Overhead UpstreamLatency");
    }

    @Test
    void aDuplicateCostsNothing() throws IOException {
        Deployment deployment = deploy(Map.of());
        String event = upload(deployment, Samples.harbour());
        deployment.deliver(event);

        JsonNode line = line(deployment, event);

        assertThat(line.path("outcome").asString()).isEqualTo("decided");
        assertThat(line.path("edit")).isEqualTo(deployment.sidecar(KEY).path("edit"));
        assertThat(metrics(line)).isEqualTo("DuplicatesPrevented");
    }

    @Test
    void aSidecarThatIsWrittenAgainCostsNothing() throws IOException {
        Deployment deployment = deploy(Map.of());
        String event = upload(deployment, Samples.harbour());
        deployment.deliver(event);
        deployment.deleteSidecar(KEY);

        JsonNode line = line(deployment, event);

        assertThat(line.path("outcome").asString()).isEqualTo("edited");
        assertThat(line.path("cost")).isEqualTo(deployment.sidecar(KEY).at("/reply/cost"));
        assertThat(metrics(line)).isEqualTo("Edits Overhead");
        assertThat(deployment.endpoint().paidCalls()).isEqualTo(1);
    }

    @Test
    void aLostCallIsAddedToWhatTheEditCost() throws IOException {
        Deployment deployment = deploy(Map.of());
        deployment.endpoint().script(Fault.cutAfterBody());

        JsonNode line = line(deployment, upload(deployment, Samples.harbour()));

        JsonNode sidecar = deployment.sidecar(KEY);
        assertThat(line.path("cost").decimalValue())
                .isEqualByComparingTo(sidecar.at("/attempts/0/cost")
                        .decimalValue()
                        .add(sidecar.at("/reply/cost").decimalValue()));
        assertThat(line.path("calls").asInt()).isEqualTo(2);
        assertThat(metrics(line)).isEqualTo("Cost Edits Overhead UpstreamLatency");
    }

    @Test
    void anEditThatIsGivenUpCostsWhatItsCallCost() throws IOException {
        Deployment deployment = deploy(Map.of("UNKNOWN_OUTCOME", "stop"));
        deployment.endpoint().script(Fault.cutAfterBody());

        JsonNode line = line(deployment, upload(deployment, Samples.harbour()));

        assertThat(line.path("outcome").asString()).isEqualTo("refused");
        assertThat(line.path("reason").asString()).isEqualTo("unknown_outcome");
        assertThat(line.path("fault").asString()).isEqualTo("service");
        assertThat(line.path("cost")).isEqualTo(deployment.sidecar(KEY).at("/attempts/0/cost"));
        assertThat(metrics(line)).isEqualTo("Cost ServiceFaults UpstreamLatency");
    }

    @Test
    void anUploadsFaultIsUnpaid() throws IOException {
        Deployment deployment = deploy(Map.of());

        JsonNode line = line(deployment, upload(deployment, "no picture".getBytes(UTF_8)));

        assertThat(line.path("outcome").asString()).isEqualTo("refused");
        assertThat(line.path("fault").asString()).isEqualTo("upload");
        assertThat(line.has("cost")).isFalse();
        assertThat(metrics(line)).isEqualTo("UploadFaults");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 402, 403})
    void aDenialIsOurs(int status) throws IOException {
        Deployment deployment = deploy(Map.of());
        deployment.endpoint().script(Fault.status(status));

        JsonNode line = line(deployment, upload(deployment, Samples.harbour()));

        assertThat(line.path("outcome").asString()).isEqualTo("handed_back");
        assertThat(line.path("fault").asString()).isEqualTo("ours");
        assertThat(line.path("status").asInt()).isEqualTo(status);
        assertThat(line.path("edit").asString()).matches("[0-9a-f]{16}");
        assertThat(metrics(line)).isEqualTo("Denied OwnFaults UpstreamLatency Waited");
    }
}
