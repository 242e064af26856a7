package io.github.s3imageedit.testing.s3;

import java.net.URI;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;

/** LocalStack's S3 in a container, its events received by a queue. */
public final class LocalStackBackend implements S3Backend {
    static final String VERSION = "4.14.0";

    private final LocalStackContainer container;
    private final S3Client client;
    private final LocalStackQueues queues;

    public LocalStackBackend() {
        QuietLogs.begin();
        container = new LocalStackContainer(DockerImageName.parse("localstack/localstack:" + VERSION))
                .withServices("s3", "sqs");
        container.start();
        client = S3Clients.of(endpoint(), region(), credentials());
        queues = new LocalStackQueues(endpoint(), region());
    }

    /** Fails where LocalStack is demanded and cannot be had. */
    public static boolean isAvailable() {
        QuietLogs.begin();
        boolean available = DockerClientFactory.instance().isDockerAvailable();
        if (!available && "localstack".equals(System.getProperty("s3.required"))) {
            throw new IllegalStateException("s3.required is localstack, but no Docker engine answers");
        }
        return available;
    }

    @Override
    public String name() {
        return "LocalStack " + VERSION;
    }

    @Override
    public URI endpoint() {
        return container.getEndpoint();
    }

    @Override
    public String region() {
        return container.getRegion();
    }

    @Override
    public AwsBasicCredentials credentials() {
        return AwsBasicCredentials.create(container.getAccessKey(), container.getSecretKey());
    }

    @Override
    public S3Client client() {
        return client;
    }

    @Override
    public ReceivedEvents events(String bucket) {
        LocalStackQueues.Queue queue = queues.create("events-of-" + bucket);
        QueueConfiguration toQueue = QueueConfiguration.builder()
                .queueArn(queue.arn())
                .events(Event.S3_OBJECT_CREATED, Event.S3_OBJECT_TAGGING)
                .build();
        client.putBucketNotificationConfiguration(
                request -> request.bucket(bucket).notificationConfiguration(all -> all.queueConfigurations(toQueue)));
        ReceivedEvents received = new ReceivedEvents();
        return received.endingWith(queue.drainInto(received::add));
    }

    @Override
    public void close() {
        client.close();
        container.stop();
    }
}
