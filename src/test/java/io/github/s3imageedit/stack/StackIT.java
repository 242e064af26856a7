package io.github.s3imageedit.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.testing.Samples;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Each mode as it is deployed: from an upload to its result, by the notification of the stack. */
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
}
