package io.github.s3imageedit.testing.s3;

import io.github.s3imageedit.testing.lambda.Containers;
import java.net.URI;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.s3.S3Client;

/** LocalStack in a container: its S3, the services that its events pass through, and those that a stack is made of. */
public final class LocalStackBackend implements S3Backend {
    static final String VERSION = "4.14.0";

    private final LocalStackContainer container;
    private final S3Client client;
    private final LocalStackCalls calls;
    private final EventRoutes routes;

    public LocalStackBackend() {
        QuietLogs.begin();
        container = new LocalStackContainer(DockerImageName.parse("localstack/localstack:" + VERSION))
                // Functions in containers of their own call the stand-in on this machine.
                .withEnv("LAMBDA_DOCKER_FLAGS", "--add-host " + Containers.HOST + ":host-gateway");
        container.start();
        client = S3Clients.of(endpoint(), region(), credentials());
        calls = new LocalStackCalls(endpoint(), region());
        routes = new EventRoutes(client, calls);
    }

    /** LocalStack, or with a printed reason none; fails where it is demanded and cannot be had. */
    static Optional<LocalStackBackend> ifAvailable() {
        QuietLogs.begin();
        try {
            if (!DockerClientFactory.instance().isDockerAvailable()) {
                return without("no Docker engine answers", Optional.empty());
            }
            return Optional.of(new LocalStackBackend());
        } catch (ContainerLaunchException | ContainerFetchException e) {
            return without("its container does not start: " + e.getMessage(), Optional.of(e));
        }
    }

    private static Optional<LocalStackBackend> without(String reason, Optional<Exception> cause) {
        if ("localstack".equals(System.getProperty("s3.required"))) {
            throw new IllegalStateException("s3.required is localstack, but " + reason, cause.orElse(null));
        }
        System.out.println("integration tests do without LocalStack, for " + reason);
        return Optional.empty();
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
        EventQueue queue = route(EventRoute.QUEUE, bucket);
        ReceivedEvents received = new ReceivedEvents();
        return received.endingWith(queue.drainInto(received::add));
    }

    /** Its other services. */
    public LocalStackCalls calls() {
        return calls;
    }

    /** Where the bucket's events arrive from now on; the first may be an {@code s3:TestEvent}. */
    public EventQueue route(EventRoute route, String bucket) {
        return routes.open(route, bucket);
    }

    /** Whoever comes second waits for the end, and does nothing. */
    @Override
    public synchronized void close() {
        client.close();
        container.stop();
    }
}
