package io.github.s3imageedit.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.testing.Samples;
import io.github.s3imageedit.testing.s3.LocalStackCalls;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;

/** {@code bin/connect-bucket} on buckets that were there before the stack. Wants the folder of the AWS CLI by {@code -Daws}. */
@EnabledIfSystemProperty(named = "aws", matches = ".+", disabledReason = "no folder with the AWS CLI is named by -Daws")
class ConnectBucketIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final LocalCloud cloud = LocalCloud.shared();

    @ParameterizedTest
    @ValueSource(strings = {"Queue", "EventBridge", "Direct"})
    void editsUploadsToBucketsThatWereThere(String mode) throws Exception {
        Stack stack = existing("there-" + mode.toLowerCase(Locale.ROOT), Map.of("TriggerMode", mode));

        assertThat(connect(stack)).contains("done");

        stack.upload("tom.png", Samples.harbour(), Map.of("prompt", "there before by " + mode));
        assertThat(stack.sidecar("", "tom.png", PATIENCE).at("/status").asString())
                .isEqualTo("succeeded");
        assertThat(cloud.paid("there before by " + mode)).isEqualTo(1);
    }

    @Test
    void leavesAloneWhatBucketsHave() throws Exception {
        Stack stack = existing("merge", Map.of("InputPrefix", "in/", "InputSuffix", ".png"));
        String others = stack.output("DeadLetterQueueArn");
        // What a stack of this name had before it was deleted, too: S3 would take nothing beside a queue that is gone.
        QueueConfiguration gone = QueueConfiguration.builder()
                .id("gone")
                .queueArn(others.replaceFirst("[^:]*$", stack.name() + "-Queue-1A2B3C"))
                .events(Event.S3_OBJECT_CREATED)
                .build();
        cloud.s3()
                .putBucketNotificationConfiguration(request -> request.bucket(stack.inbox())
                        .skipDestinationValidation(true)
                        .notificationConfiguration(found -> found.queueConfigurations(others(others), gone)));
        cloud.s3()
                .putBucketLifecycleConfiguration(request -> request.bucket(stack.outbox())
                        .lifecycleConfiguration(found -> found.rules(LifecycleRule.builder()
                                .id("others")
                                .status("Enabled")
                                .filter(filter -> filter.prefix("tmp/"))
                                .expiration(expiration -> expiration.days(1))
                                .build())));

        connect(stack, "--dry-run");
        assertThat(notifications(stack).queueConfigurations()).hasSize(2);
        connect(stack);
        connect(stack);

        assertThat(notifications(stack).queueConfigurations())
                .extracting(QueueConfiguration::queueArn)
                .containsExactly(others, stack.output("QueueArn"), stack.output("QueueArn"));
        assertThat(notifications(stack)
                        .queueConfigurations()
                        .getLast()
                        .filter()
                        .key()
                        .filterRules())
                .extracting(rule -> rule.value())
                .containsExactly("in/", ".png");
        assertThat(lifecycle(stack)).containsExactly("others", stack.name() + "-ledger");

        connect(stack, "--remove");

        assertThat(notifications(stack).queueConfigurations())
                .extracting(QueueConfiguration::id)
                .containsExactly("others");
    }

    @Test
    void setsUpOneBucketForAll() throws Exception {
        String bucket = cloud.unique("shared-in");
        Stack stack = existing(
                "shared",
                Map.of("OutputBucket", bucket, "InputPrefix", "in/", "OutputPrefix", "out/", "TriggerMode", "Queue"));

        connect(stack);

        assertThat(notifications(stack).queueConfigurations()).hasSize(2);
        assertThat(notifications(stack).eventBridgeConfiguration()).isNotNull();
        assertThat(lifecycle(stack)).containsExactly(stack.name() + "-ledger");
    }

    @Test
    void saysWhichStackIsMissing() throws Exception {
        assertThat(run(List.of("no-such-stack"), 1)).contains("no-such-stack", "does not exist");
    }

    private static QueueConfiguration others(String queue) {
        return QueueConfiguration.builder()
                .id("others")
                .queueArn(queue)
                .events(Event.S3_OBJECT_REMOVED)
                .build();
    }

    private Stack existing(String name, Map<String, String> further) {
        List.of("-in", "-out")
                .forEach(end -> cloud.s3().createBucket(request -> request.bucket(cloud.unique(name + end))));
        Map<String, String> parameters = new HashMap<>(further);
        parameters.putAll(Map.of("CreateInputBucket", "false", "CreateOutputBucket", "false"));
        return cloud.deploy(name, parameters);
    }

    private GetBucketNotificationConfigurationResponse notifications(Stack stack) {
        return cloud.s3().getBucketNotificationConfiguration(request -> request.bucket(stack.inbox()));
    }

    private List<String> lifecycle(Stack stack) {
        return cloud.s3().getBucketLifecycleConfiguration(request -> request.bucket(stack.outbox())).rules().stream()
                .map(LifecycleRule::id)
                .toList();
    }

    private String connect(Stack stack, String... options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(stack.name()));
        arguments.addAll(List.of(options));
        return run(arguments, 0);
    }

    private String run(List<String> arguments, int status) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bin/connect-bucket"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "PATH",
                        System.getProperty("aws") + File.pathSeparator + System.getenv("PATH"),
                        "AWS_ENDPOINT_URL",
                        cloud.uri().toString(),
                        "AWS_ACCESS_KEY_ID",
                        LocalStackCalls.ACCOUNT,
                        "AWS_SECRET_ACCESS_KEY",
                        "test",
                        "AWS_DEFAULT_REGION",
                        "us-east-1"));
        Process process = builder.start();
        String told = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(told).isEqualTo(status);
        return told;
    }
}
