package io.github.s3imageedit.permission;

import static io.github.s3imageedit.testing.WrappedEvents.failures;
import static io.github.s3imageedit.testing.WrappedEvents.queue;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.s3imageedit.app.Settings;
import io.github.s3imageedit.app.Wiring;
import io.github.s3imageedit.testing.Deployment;
import io.github.s3imageedit.testing.Samples;
import io.github.s3imageedit.testing.s3.EmbeddedS3Backend;
import io.github.s3imageedit.testing.s3.EventSubscription;
import io.github.s3imageedit.testing.s3.Moment;
import io.github.s3imageedit.testing.s3.RequestHook.Then;
import io.github.s3imageedit.testing.s3.S3Call;
import io.github.s3imageedit.trigger.EditHandler;
import io.github.s3imageedit.trigger.S3BatchHandler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * What the functions ask of AWS, for the template's tests: {@code .ci/template} holds the roles' permissions against
 * {@code target/seen-calls.json}.
 */
class SeenCallsIT {
    static final String OUTPUT_PREFIX = "out/";

    private static final String INPUT_PREFIX = "in/";
    private static final String PARAMETER = "/s3-image-edit/api-key";
    private static final String SECRET = "/aws/reference/secretsmanager/s3-image-edit/api-key";
    private static final String LEASE = "s3-image-edit.lease-seconds";
    private static final Set<String> FUNCTIONS = Set.of(Door.EDIT, Door.BATCH);
    private static final List<String> OF_BOTH = List.of(
            "s3:GetObject input-object",
            "s3:GetObject output-object",
            "s3:GetObjectTagging input-object",
            "s3:GetObjectVersion input-object",
            "s3:GetObjectVersionTagging input-object",
            "s3:ListBucket input-bucket",
            "s3:ListBucket output-bucket",
            "s3:PutObject output-object",
            "ssm:GetParameter parameter");

    private final SeenCalls seen = new SeenCalls();
    /** A failed assertion on S3's own thread would end as a broken connection, and be tried again. */
    private final Queue<AssertionError> objections = new ConcurrentLinkedQueue<>();

    private final EmbeddedS3Backend s3 = new EmbeddedS3Backend();
    private AwsRecorder aws;
    private Deployment deployment;

    @BeforeEach
    void deploy() throws IOException {
        System.setProperty(LEASE, "2");
        aws = new AwsRecorder(seen::add);
        deployment = Deployment.on(s3);
    }

    @AfterEach
    void close() throws IOException {
        System.clearProperty(LEASE);
        deployment.close();
        aws.close();
        s3.close();
    }

    @Test
    void writesDownEveryCall() throws IOException {
        EventSubscription watch =
                s3.s3().onRequest(call -> FUNCTIONS.contains(call.client()), Moment.BEFORE, this::note);
        Door edit = edit(PARAMETER);
        Door batch = batch(PARAMETER);
        new Scenes(edit, INPUT_PREFIX).play(s3.s3());
        new Scenes(batch, INPUT_PREFIX).play(s3.s3());
        handsBack(edit);
        readsASecret(edit(SECRET));
        readsASecret(batch(SECRET));
        s3.client()
                .putBucketVersioning(request -> request.bucket(deployment.inbox())
                        .versioningConfiguration(versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
        new Scenes(edit, INPUT_PREFIX).playWithVersions();
        new Scenes(batch, INPUT_PREFIX).playWithVersions();
        watch.close();

        assertThat(objections).isEmpty();
        assertThat(seen.permissions(Door.BATCH)).containsExactlyElementsOf(OF_BOTH);
        assertThat(seen.permissions(Door.EDIT))
                .containsAll(OF_BOTH)
                .contains("sqs:ChangeMessageVisibility queue")
                .hasSize(OF_BOTH.size() + 1);
        seen.writeTo(Path.of("target", "seen-calls.json"));
    }

    private Door edit(String parameter) {
        return door(Door.EDIT, parameter, wiring -> new EditHandler(wiring.crew(), wiring.redelivery()));
    }

    private Door batch(String parameter) {
        return door(Door.BATCH, parameter, wiring -> new S3BatchHandler(wiring.crew()));
    }

    private Door door(String name, String parameter, Function<Wiring, RequestStreamHandler> handler) {
        Map<String, String> settings = new HashMap<>(deployment.environment(aws.settings()));
        settings.keySet().removeAll(Set.of("AWS_ACCESS_KEY_ID", "EDIT_API_KEY"));
        settings.putAll(Map.of(
                "INPUT_PREFIX", INPUT_PREFIX, "OUTPUT_PREFIX", OUTPUT_PREFIX, "EDIT_API_KEY_PARAMETER", parameter));
        return new Door(name, handler.apply(Wiring.of(Settings.from(settings))), deployment);
    }

    private Then note(S3Call call) {
        BucketPermissions permissions =
                new BucketPermissions(deployment.inbox(), INPUT_PREFIX, deployment.outbox(), OUTPUT_PREFIX);
        try {
            permissions.of(call, isFound(call)).forEach(needed -> seen.add(call.client(), needed));
        } catch (AssertionError objection) {
            objections.add(objection);
        }
        return Then.GO_ON;
    }

    /** Asked as somebody else. */
    private boolean isFound(S3Call call) {
        if (call.key().isEmpty()) {
            return true;
        }
        try {
            s3.client()
                    .headObject(request -> request.bucket(call.bucket())
                            .key(call.key())
                            .versionId(call.parameter("versionId").orElse(null)));
            return true;
        } catch (S3Exception missing) {
            return false;
        }
    }

    /** A message whose mask is not there yet comes again, later than by itself. */
    private void handsBack(Door edit) throws IOException {
        deployment.upload(
                INPUT_PREFIX + "waits.png",
                Samples.png(40, 30),
                Map.of("prompt", "hat", "mask", INPUT_PREFIX + "later.png"));

        assertThat(edit.deliver(queue(deployment.nextEvent()))).isEqualTo(failures("m0"));
    }

    private void readsASecret(Door door) throws IOException {
        String key = INPUT_PREFIX + "secret-" + door.name() + ".png";
        deployment.upload(key, Samples.png(40, 30), Map.of("prompt", "hat"));
        door.deliver(door.event(key));
        assertThat(deployment.sidecar(OUTPUT_PREFIX + key).at("/status").asString())
                .isEqualTo("succeeded");
    }
}
