package io.github.s3imageedit.stack;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import io.github.s3imageedit.testing.endpoint.Dialect;
import io.github.s3imageedit.testing.endpoint.StandInEndpoint;
import io.github.s3imageedit.testing.endpoint.StandInSettings;
import io.github.s3imageedit.testing.lambda.Containers;
import io.github.s3imageedit.testing.s3.LocalStackBackend;
import io.github.s3imageedit.testing.s3.LocalStackCalls;
import io.github.s3imageedit.testing.s3.S3Backend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;

/** The tests' LocalStack, the function's package in it, and an endpoint that functions in containers can reach. */
final class LocalCloud {
    private static final String CODE = "code";

    private final String run = "it" + UUID.randomUUID().toString().substring(0, 8);
    private final LocalStackBackend localStack;
    private final StandInEndpoint endpoint;
    private final String template;
    private final Map<String, NotificationConfiguration> notifications = new ConcurrentHashMap<>();

    private LocalCloud(LocalStackBackend localStack) throws IOException {
        this.localStack = localStack;
        this.endpoint =
                StandInEndpoint.start(StandInSettings.of(Dialect.LUMENFALL).boundTo("0.0.0.0", 0));
        this.template = templateWithCode();
        calls().json(
                        "ssm",
                        "AmazonSSM.PutParameter",
                        Map.of(
                                "Name", "/s3-image-edit/api-key",
                                "Value", StandInSettings.DEFAULT_KEY,
                                "Type", "SecureString"));
    }

    /** The one for all tests of this JVM; they are skipped where the tests do without LocalStack. */
    static LocalCloud shared() {
        Assumptions.assumeTrue(
                S3Backend.shared() instanceof LocalStackBackend, "stacks are deployed to LocalStack only");
        return Started.CLOUD;
    }

    /** What `sam package` does: the code's place is named instead of its folder. */
    private String templateWithCode() throws IOException {
        s3().createBucket(request -> request.bucket(CODE));
        Path zip = Path.of(System.getProperty("function.zip", "target/function.zip"));
        s3().putObject(request -> request.bucket(CODE).key("function.zip"), RequestBody.fromFile(zip));
        return Files.readString(Path.of("template.yaml"))
                .replace("CodeUri: .\n", "CodeUri: s3://" + CODE + "/function.zip\n");
    }

    StandInEndpoint endpoint() {
        return endpoint;
    }

    S3Client s3() {
        return localStack.client();
    }

    LocalStackCalls calls() {
        return localStack.calls();
    }

    /** How many paid calls there were with this prompt. */
    long paid(String prompt) {
        return endpoint.calls().stream()
                .filter(call -> call.paid() && call.field("prompt").equals(Optional.of(prompt)))
                .count();
    }

    /** The bucket tells nobody any more. */
    void silence(String bucket) {
        s3().putBucketNotificationConfiguration(
                        request -> request.bucket(bucket).notificationConfiguration(nothing -> {}));
    }

    /** What CloudFormation made of the stack's mode, before anybody changed it. */
    NotificationConfiguration notification(Stack stack) {
        return notifications.computeIfAbsent(stack.inbox(), bucket -> {
            var found = s3().getBucketNotificationConfiguration(request -> request.bucket(bucket));
            return NotificationConfiguration.builder()
                    .queueConfigurations(found.queueConfigurations())
                    .lambdaFunctionConfigurations(found.lambdaFunctionConfigurations())
                    .eventBridgeConfiguration(found.eventBridgeConfiguration())
                    .build();
        });
    }

    URI uri() {
        return localStack.endpoint();
    }

    /** A name that no other stack or bucket has. */
    String unique(String name) {
        return run + "-" + name;
    }

    /**
     * Deploys the template.
     *
     * @param name of a stack that is not there yet
     * @param further parameters; architecture and endpoint are given
     */
    Stack deploy(String name, Map<String, String> further) {
        Map<String, String> parameters = new HashMap<>(Map.of(
                "InputBucket",
                unique(name + "-in"),
                "OutputBucket",
                unique(name + "-out"),
                "Architecture",
                Containers.architecture(),
                "EditBaseUrl",
                "http://" + Containers.HOST + ":" + endpoint.port() + "/openai/v1",
                "EditProfile",
                "lumenfall",
                "Timeout",
                "120",
                "MaxReceiveCount",
                "3"));
        parameters.putAll(further);
        return Stack.create(this, unique(name), template, parameters);
    }

    private void close() {
        // Not before LocalStack is gone, which might make others; a second time does nothing.
        localStack.close();
        removeFunctions();
        try {
            endpoint.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Their containers outlive LocalStack, but for those that it is just removing itself. */
    private void removeFunctions() {
        DockerClient docker = DockerClientFactory.instance().client();
        for (Container left : docker.listContainersCmd()
                .withShowAll(true)
                .withNameFilter(List.of(run))
                .exec()) {
            try {
                docker.removeContainerCmd(left.getId()).withForce(true).exec();
            } catch (NotFoundException | ConflictException removed) {
                System.out.println("is gone by itself: " + left.getNames()[0]);
            }
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The JVM's own lock for things that are made once. */
    private static final class Started {
        private static final LocalCloud CLOUD = start();

        private static LocalCloud start() {
            try {
                LocalCloud cloud = new LocalCloud((LocalStackBackend) S3Backend.shared());
                Runtime.getRuntime().addShutdownHook(new Thread(cloud::close, "local-cloud-end"));
                return cloud;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
