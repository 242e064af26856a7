package io.github.s3imageedit.doors;

import static io.github.s3imageedit.testing.WrappedEvents.failures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.s3imageedit.testing.Deployment;
import io.github.s3imageedit.testing.Samples;
import io.github.s3imageedit.testing.endpoint.Fault;
import io.github.s3imageedit.testing.s3.EventQueue;
import io.github.s3imageedit.testing.s3.EventRoute;
import io.github.s3imageedit.testing.s3.LocalStackBackend;
import io.github.s3imageedit.testing.s3.QueueMessage;
import io.github.s3imageedit.testing.s3.Upload;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.sync.RequestBody;

/** LocalStack's own messages, by every route from a bucket to a queue, and its queue when messages are handed back. */
class RoutesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String GARBAGE = "no event, and yet of an object";
    private static final String KEY = "cats//a/../tom & Jérôme (1)+@ 50% %41 😀.png";

    /** Not the deployment's inbox, whose queue is read by others. */
    private final String bucket = "routes-" + UUID.randomUUID();

    private Deployment deployment;

    @BeforeEach
    void deploy() throws IOException {
        deployment = Deployment.start(Map.of("INPUT_BUCKETS", bucket));
        deployment.s3().createBucket(bucket);
        assumeTrue(
                deployment.s3() instanceof LocalStackBackend,
                "messages by SNS and EventBridge come from LocalStack only");
    }

    @AfterEach
    void close() throws IOException {
        deployment.close();
    }

    private EventQueue route(EventRoute route) {
        return ((LocalStackBackend) deployment.s3()).route(route, bucket);
    }

    private void upload(String key, String tagging) {
        deployment
                .s3()
                .client()
                .putObject(
                        request -> request.bucket(bucket).key(key).tagging(tagging),
                        RequestBody.fromBytes(Samples.png(20, 20)));
    }

    private static List<QueueMessage> received(EventQueue queue, int count) {
        List<QueueMessage> messages = new ArrayList<>();
        while (messages.size() < count) {
            List<QueueMessage> some = queue.receive(PATIENCE);
            assertThat(some).isNotEmpty();
            some.stream().filter(message -> message.body().contains("object")).forEach(messages::add);
        }
        return messages;
    }

    @ParameterizedTest
    @EnumSource(EventRoute.class)
    void editsWhatComesByEveryRoute(EventRoute route) throws IOException, InterruptedException {
        EventQueue queue = route(route);
        upload(KEY, "prompt=add+a+red+hat");
        Upload.TAGS.run(deployment.s3().client(), bucket, KEY);
        // A FIFO queue gives nothing of a group of which something is out.
        Thread.sleep(Duration.ofSeconds(2));
        List<QueueMessage> messages = received(queue, 2);

        String reply = deployment.deliver(QueueMessage.lambdaEvent(messages));

        assertThat(reply).isEqualTo(failures());
        assertThat(deployment.endpoint().paidCalls()).isEqualTo(1);
        assertThat(deployment.sidecar(KEY).at("/source/bucket").asString()).isEqualTo(bucket);
    }

    /** What is handed back stays away for longer than the queue's own visibility timeout. */
    @Test
    void whatIsHandedBackComesLater() throws IOException, InterruptedException {
        EventQueue queue = route(EventRoute.QUEUE);
        queue.visibility(Duration.ofSeconds(5));
        upload("ours.png", "prompt=add+a+red+hat");
        upload("waits.png", "prompt=hat&mask=later.png");
        queue.send(GARBAGE);
        List<QueueMessage> messages = new ArrayList<>(received(queue, 3));
        deployment.endpoint().script(Fault.html(402));

        String reply = deployment.deliver(QueueMessage.lambdaEvent(messages));

        assertThat(messages).allSatisfy(message -> assertThat(reply).contains(message.id()));
        Thread.sleep(Duration.ofSeconds(6));
        assertThat(queue.receive(Duration.ofSeconds(2)))
                .extracting(QueueMessage::body)
                .noneMatch(body -> body.contains(".png") || body.equals(GARBAGE));
        assertThat(queue.inFlight()).isGreaterThanOrEqualTo(3);
    }
}
