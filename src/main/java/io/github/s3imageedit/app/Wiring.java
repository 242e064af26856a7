package io.github.s3imageedit.app;

import io.github.s3imageedit.app.Settings.KeySource;
import io.github.s3imageedit.app.log.EditLog;
import io.github.s3imageedit.app.log.Lines;
import io.github.s3imageedit.edit.ApiKey;
import io.github.s3imageedit.edit.EditCaller;
import io.github.s3imageedit.edit.EndpointAddress;
import io.github.s3imageedit.edit.EndpointProfile;
import io.github.s3imageedit.edit.HttpClients;
import io.github.s3imageedit.edit.HttpEditEndpoint;
import io.github.s3imageedit.edit.LumenfallRequestLog;
import io.github.s3imageedit.edit.Pause;
import io.github.s3imageedit.edit.ReplyReader;
import io.github.s3imageedit.edit.RequestLog;
import io.github.s3imageedit.edit.ResultFetcher;
import io.github.s3imageedit.edit.ResultRoom;
import io.github.s3imageedit.edit.ResultRules;
import io.github.s3imageedit.job.JobReader;
import io.github.s3imageedit.ledger.Lease;
import io.github.s3imageedit.ledger.Ledger;
import io.github.s3imageedit.ledger.LedgerPlace;
import io.github.s3imageedit.ledger.Upkeep;
import io.github.s3imageedit.pipeline.Delivery;
import io.github.s3imageedit.pipeline.EditCrew;
import io.github.s3imageedit.pipeline.EditPipeline;
import io.github.s3imageedit.pipeline.EditService;
import io.github.s3imageedit.pipeline.Intake;
import io.github.s3imageedit.pipeline.PaidEdit;
import io.github.s3imageedit.pipeline.Redelivery;
import io.github.s3imageedit.result.ResultWriter;
import io.github.s3imageedit.store.ObjectStore;
import io.github.s3imageedit.store.S3Clients;
import io.github.s3imageedit.store.S3ObjectStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
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
    private static final Pause PAUSE = new SleepingPause();

    /** The largest batch that is of use: ten waits already cost little more than one. */
    private static final int MOST_AT_ONCE = 50;

    /** What the function takes of its heap without any edit. */
    private static final long OWN_BYTES = 24 << 20;

    /** What one edit takes, whatever the size of its pictures: buffers of its connections and of the results' JSON. */
    private static final long BYTES_FOR_ONE = 2 << 20;

    private final Settings settings;
    private final Version version = Version.read();
    private final Timers timers = new Timers();
    private final AwsCredentialsProvider credentials;
    private final SignedRequests requests;
    private final EditCrew crew;

    private Wiring(Settings settings) {
        this.settings = settings;
        this.credentials = credentials(settings.aws());
        this.requests = new SignedRequests(credentials, timers);
        InstantSource clock = InstantSource.system();
        EditLog log = new EditLog(settings.functionName(), clock, Lines::print);
        this.crew = new EditCrew(
                pipeline(), virtualThreads(), places(Runtime.getRuntime().maxMemory()), clock, log);
    }

    /** The container's one graph, by the settings in the environment. */
    public static Wiring shared() {
        return SHARED.wiring();
    }

    /** A graph of its own. */
    public static Wiring of(Settings settings) {
        return new Wiring(settings);
    }

    public EditCrew crew() {
        return crew;
    }

    public Redelivery redelivery() {
        return new SignedQueue(settings.aws(), requests, InstantSource.system());
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

    private static Executor virtualThreads() {
        return work -> Thread.ofVirtual().name("upload").start(work);
    }

    /** As many uploads at once as the heap has room for. */
    static int places(long heapBytes) {
        return Math.clamp((heapBytes - OWN_BYTES) / BYTES_FOR_ONE, 1, MOST_AT_ONCE);
    }

    private EditPipeline pipeline() {
        ObjectStore store = new S3ObjectStore(S3Clients.create(
                Region.of(settings.aws().region()), credentials, settings.aws().s3Endpoint()));
        ResultWriter writer = new ResultWriter(store, settings.results(), version.number());
        Intake intake = new Intake(
                settings.input(), settings.results(), store, new JobReader(settings.rules()), settings.sideFiles());
        Executor workers = new Workers();
        EditService service = service();
        Delivery delivery = new Delivery(service, writer, PAUSE, workers);
        PaidEdit paidEdit = new PaidEdit(store, service, settings.unknownOutcome(), delivery);
        Upkeep upkeep = new Upkeep(lease(), timers, workers, InstantSource.system());
        LedgerPlace place =
                new LedgerPlace(settings.results().bucket(), settings.results().prefix());
        Ledger ledger = new Ledger(store, place, upkeep, PAUSE, new Nonces());
        return new EditPipeline(intake, ledger, paidEdit, writer, InstantSource.system());
    }

    /** Tests of kills cannot wait for a minute each. */
    private static Lease lease() {
        return Optional.ofNullable(Long.getLong("s3-image-edit.lease-seconds"))
                .map(seconds -> Lease.of(Duration.ofSeconds(seconds)))
                .orElse(Lease.USUAL);
    }

    private EditService service() {
        ResultRoom room = new ResultRoom(Path.of(System.getProperty("java.io.tmpdir")), settings.maxResultBytes());
        EndpointAddress address = settings.endpoint();
        ApiKey key = key();
        var client = HttpClients.forCalls(version.userAgent());
        ReplyReader replies = new ReplyReader(address.profile(), room);
        EditCaller caller = new EditCaller(
                new HttpEditEndpoint(client, address, key, replies, timers),
                key,
                PAUSE,
                () -> ThreadLocalRandom.current().nextDouble(),
                settings.editTimeout());
        ResultFetcher fetcher = new ResultFetcher(
                new ResultRules(address, settings.resultHosts()), room, PAUSE, timers, version.userAgent());
        RequestLog log = address.profile().equals(EndpointProfile.LUMENFALL)
                ? new LumenfallRequestLog(client, address, key, PAUSE, timers)
                : RequestLog.NONE;
        return new EditService(address, caller, fetcher, log, room);
    }

    private ApiKey key() {
        return switch (settings.key()) {
            case KeySource.Given given -> ApiKey.fixed(given.key());
            case KeySource.Parameter parameter ->
                new ParameterKey(parameter.name(), new SignedParameterStore(settings.aws(), requests), PAUSE);
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
