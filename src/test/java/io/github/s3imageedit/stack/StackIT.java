package io.github.s3imageedit.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.testing.SampleEvent;
import io.github.s3imageedit.testing.Samples;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stack as it is deployed, in each mode: from an upload to its result, by its own notification. */
class StackIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final LocalCloud cloud = LocalCloud.shared();

    @ParameterizedTest
    @CsvSource({"Queue", "EventBridge", "Direct"})
    void editsUploadsToABucketOfItsOwn(String mode) {
        Stack stack = cloud.deploy("two-" + mode.toLowerCase(Locale.ROOT), Map.of("TriggerMode", mode));
        String key = "cats/tom & Jérôme (1) 100%.png";

        stack.upload(key, Samples.harbour(), Map.of("prompt", "by " + mode));

        JsonNode sidecar = stack.sidecar("", key, PATIENCE);
        assertThat(sidecar.at("/status").asString()).isEqualTo("succeeded");
        byte[] picture =
                stack.object(stack.outbox(), sidecar.at("/outputs/0/key").asString());
        assertThat(picture).hasSize(sidecar.at("/outputs/0/bytes").asInt());
        assertThat(cloud.paid("by " + mode)).isEqualTo(1);
        String edit = sidecar.at("/edit").asString();
        Optional<String> line = Stack.await(
                PATIENCE,
                () -> stack.logs().stream()
                        .filter(found -> found.contains("\"edit\":\"" + edit + "\"") && found.contains("\"Edits\":1"))
                        .findFirst());
        assertThat(line).isPresent();
    }

    /** Results lie below another prefix of the same bucket, which must not start anything. */
    @ParameterizedTest
    @CsvSource({"Queue", "EventBridge", "Direct"})
    void editsUploadsToOneBucketForAll(String mode) {
        String bucket = cloud.unique("one-" + mode.toLowerCase(Locale.ROOT));
        Stack stack = cloud.deploy(
                "one-" + mode.toLowerCase(Locale.ROOT),
                Map.of(
                        "TriggerMode",
                        mode,
                        "InputBucket",
                        bucket,
                        "OutputBucket",
                        bucket,
                        "InputPrefix",
                        "in/",
                        "InputSuffix",
                        ".png",
                        "OutputPrefix",
                        "out/"));
        stack.upload("elsewhere/tom.png", Samples.harbour(), Map.of("prompt", "outside by " + mode));
        stack.upload("in/tom.jpg", Samples.harbour(), Map.of("prompt", "outside by " + mode));

        stack.upload("in/tom.png", Samples.harbour(), Map.of("prompt", "within by " + mode));

        assertThat(stack.sidecar("out/", "in/tom.png", PATIENCE).at("/status").asString())
                .isEqualTo("succeeded");
        // Whatever the first results had started would come before this one's.
        stack.upload("in/tim.png", Samples.harbour(), Map.of("prompt", "within by " + mode));
        stack.sidecar("out/", "in/tim.png", PATIENCE);
        assertThat(cloud.paid("within by " + mode)).isEqualTo(2);
        assertThat(cloud.paid("outside by " + mode)).isZero();
        assertThat(stack.keys(bucket)).filteredOn(key -> key.startsWith("out/")).hasSize(6);
    }

    @Test
    void answersAJobOfS3BatchOperations() {
        Stack stack = cloud.deploy("batch", Map.of("TriggerMode", "EventBridge"));
        SampleEvent sample = SampleEvent.named("s3-batch-2.0.json");
        stack.upload(sample.keys().getFirst(), Samples.harbour(), Map.of());

        JsonNode reply =
                cloud.calls().invoke(stack.output("BatchFunctionArn"), "RequestResponse", sample.of(stack.inbox()));

        assertThat(reply.at("/results/0/resultCode").asString())
                .as(JsonMapper.shared().writeValueAsString(reply))
                .isEqualTo("Succeeded");
    }

    /** LocalStack passes over the template's rules: the function itself is the second guard. */
    @Test
    void refusesOverlappingPrefixesAtStart() {
        String bucket = cloud.unique("overlap");
        Stack stack = cloud.deploy(
                "overlap",
                Map.of("TriggerMode", "Direct", "InputBucket", bucket, "OutputBucket", bucket, "InputPrefix", "in/"));

        stack.upload("in/tom.png", Samples.harbour(), Map.of("prompt", "again and again"));
        JsonNode reply = cloud.calls().invoke(stack.output("EditFunctionArn"), "RequestResponse", "{\"Records\":[]}");

        assertThat(JsonMapper.shared().writeValueAsString(reply))
                .contains("OUTPUT_PREFIX and INPUT_PREFIX must both be set, and neither may contain the other");
        assertThat(stack.keys(bucket)).containsExactly("in/tom.png");
        assertThat(cloud.paid("again and again")).isZero();
    }
}
