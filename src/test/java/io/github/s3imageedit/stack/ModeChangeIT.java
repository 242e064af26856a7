package io.github.s3imageedit.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.testing.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;

/** The bucket's notification is changed from mode to mode while uploads go on, and none of them is lost. */
class ModeChangeIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BETWEEN_UPLOADS = Duration.ofMillis(150);
    private static final Duration BETWEEN_CHANGES = Duration.ofSeconds(3);

    private final LocalCloud cloud = LocalCloud.shared();

    @Test
    void losesNoUploadOnTheWayFromModeToMode() throws Exception {
        Stack queue = cloud.deploy("mode-queue", Map.of("TriggerMode", "Queue"));
        Stack bridge = cloud.deploy("mode-bridge", Map.of("TriggerMode", "EventBridge"));
        Stack direct = cloud.deploy("mode-direct", Map.of("TriggerMode", "Direct"));
        AtomicBoolean changing = new AtomicBoolean(true);
        List<String> keys = new ArrayList<>();
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<?> uploads = thread.submit(() -> {
                while (changing.get()) {
                    String key = "tom-" + keys.size() + ".png";
                    queue.upload(key, Samples.png(40, 30), Map.of("prompt", "in whatever mode"));
                    keys.add(key);
                    LocalCloud.pause(BETWEEN_UPLOADS);
                }
            });
            // As CloudFormation and bin/connect-bucket do: on the way to EventBridge the rule comes first, on the way
            // back last.
            LocalCloud.pause(BETWEEN_CHANGES);
            rule(queue, "EnableRule");
            apply(queue, bridge);
            apply(queue, direct);
            apply(queue, bridge);
            apply(queue, queue);
            rule(queue, "DisableRule");
            apply(queue, direct);
            apply(queue, queue);
            changing.set(false);
            uploads.get();
        }

        for (String key : keys) {
            assertThat(queue.sidecar("", key, PATIENCE).at("/status").asString())
                    .as(key)
                    .isEqualTo("succeeded");
        }
        assertThat(cloud.paid("in whatever mode")).isEqualTo(keys.size());
        System.out.println(keys.size() + " uploads during six changes of the mode, each edited once");
    }

    /** The notification that CloudFormation gave the other stack, with this one's queue and function. */
    private void apply(Stack stack, Stack inMode) {
        NotificationConfiguration theirs = cloud.notification(inMode);
        NotificationConfiguration own = theirs.toBuilder()
                .queueConfigurations(theirs.queueConfigurations().stream()
                        .map(to -> to.toBuilder()
                                .queueArn(stack.output("QueueArn"))
                                .build())
                        .toList())
                .lambdaFunctionConfigurations(theirs.lambdaFunctionConfigurations().stream()
                        .map(to -> to.toBuilder()
                                .lambdaFunctionArn(stack.output("EditFunctionArn"))
                                .build())
                        .toList())
                .build();
        cloud.s3()
                .putBucketNotificationConfiguration(
                        request -> request.bucket(stack.inbox()).notificationConfiguration(own));
        LocalCloud.pause(BETWEEN_CHANGES);
    }

    private void rule(Stack stack, String call) {
        String name = stack.resource("UploadRule").orElseThrow();
        cloud.calls().json("events", "AWSEvents." + call, Map.of("Name", name));
    }
}
