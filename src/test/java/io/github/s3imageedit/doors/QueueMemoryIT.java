package io.github.s3imageedit.doors;

import static io.github.s3imageedit.testing.WrappedEvents.failures;
import static io.github.s3imageedit.testing.WrappedEvents.queue;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.testing.BigPicture;
import io.github.s3imageedit.testing.Deployment;
import io.github.s3imageedit.testing.lambda.FunctionCode;
import io.github.s3imageedit.testing.lambda.FunctionProcess;
import io.github.s3imageedit.testing.lambda.Invocation;
import io.github.s3imageedit.testing.lambda.RuntimeApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import tools.jackson.databind.JsonNode;

/** A batch of large pictures through a small function: the package under Lambda's runtime client, its memory measured. */
class QueueMemoryIT {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** A function of 512 MB has some for itself, too. */
    private static final int FUNCTION_MEGABYTES = 512;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"url, 10, 20, 128", "b64_json, 10, 20, 128", "b64_json, 50, 2, 128", "url, 50, 2, 64"})
    void aBatchOfLargePicturesFitsIntoASmallFunction(String form, int messages, int megabytes, int heap)
            throws IOException {
        Path picture = BigPicture.ofMegabytes(megabytes).writeTo(folder.resolve("picture.png"));
        try (Deployment deployment = Deployment.start(Map.of());
                RuntimeApi lambda = RuntimeApi.start()) {
            deployment.endpoint().results(picture);
            List<String> events = upload(deployment, picture, form, messages);
            try (FunctionProcess function = FunctionProcess.start(
                    lambda,
                    FunctionCode.packaged(),
                    "io.github.s3imageedit.trigger.QueueHandler",
                    deployment.environment(Map.of()),
                    List.of("-Xmx" + heap + "m", "-XX:+ExitOnOutOfMemoryError"))) {
                assertThat(lambda.invoke(queue(events), PATIENCE)).isEqualTo(new Invocation.Returned(failures()));
                long peak = function.peakMemory().orElse(0) >> 20;
                System.out.printf(
                        "%d messages, %d MB in and out as %s, -Xmx%dm: peak RSS %d MB%n",
                        messages, megabytes, form, heap, peak);
                assertThat(peak).isLessThan(FUNCTION_MEGABYTES);
            }
            for (int number = 0; number < messages; number++) {
                JsonNode sidecar = deployment.sidecar(key(number));
                assertThat(sidecar.at("/outputs/0/bytes").asLong()).isEqualTo(Files.size(picture));
            }
            assertThat(deployment.endpoint().paidCalls()).isEqualTo(messages);
        }
    }

    private static String key(int number) {
        return "large-" + number + ".png";
    }

    private static List<String> upload(Deployment deployment, Path picture, String form, int messages) {
        List<String> events = new ArrayList<>();
        for (int number = 0; number < messages; number++) {
            String key = key(number);
            deployment
                    .s3()
                    .client()
                    .putObject(
                            request -> request.bucket(deployment.inbox())
                                    .key(key)
                                    .tagging("prompt=larger&response_format=" + form),
                            RequestBody.fromFile(picture));
            events.add(deployment.nextEvent());
        }
        return events;
    }
}
