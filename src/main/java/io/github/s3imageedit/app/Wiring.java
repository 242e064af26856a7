package io.github.s3imageedit.app;

import io.github.s3imageedit.app.Settings.KeySource;
import io.github.s3imageedit.edit.ApiKey;
import io.github.s3imageedit.edit.EditCaller;
import io.github.s3imageedit.edit.HttpClients;
import io.github.s3imageedit.edit.HttpEditEndpoint;
import io.github.s3imageedit.edit.Pause;
import io.github.s3imageedit.edit.ReplyReader;
import io.github.s3imageedit.edit.ResultFetcher;
import io.github.s3imageedit.edit.ResultRules;
import io.github.s3imageedit.job.JobReader;
import io.github.s3imageedit.pipeline.EditPipeline;
import io.github.s3imageedit.pipeline.Intake;
import io.github.s3imageedit.pipeline.PaidEdit;
import io.github.s3imageedit.result.ResultWriter;
import io.github.s3imageedit.store.ObjectStore;
import io.github.s3imageedit.store.S3Clients;
import io.github.s3imageedit.store.S3ObjectStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** Puts the parts together, once for each container. */
public final class Wiring {
    private static final Shared SHARED = new Shared();

    private final Settings settings;
    private final Version version = Version.read();
    private final AwsCredentialsProvider credentials;
    private final EditPipeline pipeline;

    private Wiring(Settings settings) {
        this.settings = settings;
        this.credentials = credentials(settings.aws());
        this.pipeline = wire();
    }

    /** The container's one graph, by the settings in the environment. */
    public static Wiring shared() {
        return SHARED.wiring();
    }

    /** A graph of its own. */
    public static Wiring of(Settings settings) {
        return new Wiring(settings);
    }

    public EditPipeline pipeline() {
        return pipeline;
    }

    /** Built when first asked for, and not by a static initializer, in whose failure the words would be lost. */
    private static final class Shared {
        private @Nullable Wiring wiring;

        synchronized Wiring wiring() {
            if (wiring == null) {
                wiring = new Wiring(Settings.from(System.getenv()));
            }
            return wiring;
        }
    }

    private EditPipeline wire() {
        ObjectStore store = new S3ObjectStore(S3Clients.create(
                Region.of(settings.aws().region()), credentials, settings.aws().s3Endpoint()));
        ResultWriter writer = new ResultWriter(store, settings.results(), version.number());
        Intake intake = new Intake(
                settings.input(), settings.results(), store, new JobReader(settings.rules()), settings.sideFiles());
        return new EditPipeline(intake, paidEdit(store, writer), writer, InstantSource.system());
    }

    private PaidEdit paidEdit(ObjectStore store, ResultWriter writer) {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        Timers timers = new Timers();
        Pause pause = new SleepingPause();
        ApiKey key = key(pause);
        HttpEditEndpoint endpoint = new HttpEditEndpoint(
                HttpClients.forCalls(version.userAgent()),
                settings.endpoint(),
                key,
                new ReplyReader(settings.endpoint().profile(), settings.maxResultBytes(), folder),
                timers);
        EditCaller caller = new EditCaller(
                endpoint, key, pause, () -> ThreadLocalRandom.current().nextDouble(), settings.editTimeout());
        ResultFetcher fetcher = new ResultFetcher(
                new ResultRules(settings.endpoint(), settings.resultHosts()),
                new ResultFetcher.Limits(settings.maxResultBytes(), folder),
                pause,
                timers,
                version.userAgent());
        return new PaidEdit(store, settings.endpoint(), caller, fetcher, writer);
    }

    private ApiKey key(Pause pause) {
        return switch (settings.key()) {
            case KeySource.Given given -> ApiKey.fixed(given.key());
            case KeySource.Parameter parameter ->
                new ParameterKey(parameter.name(), new SignedParameterStore(settings.aws(), credentials), pause);
        };
    }

    /** The right provider at once: the default chain asks them all in turn, and reads files on the way. */
    private static AwsCredentialsProvider credentials(AwsSettings aws) {
        if (aws.containerCredentials()) {
            return ContainerCredentialsProvider.builder().build();
        }
        return aws.environmentCredentials()
                ? EnvironmentVariableCredentialsProvider.create()
                : DefaultCredentialsProvider.builder().build();
    }
}
