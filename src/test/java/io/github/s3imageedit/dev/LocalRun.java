package io.github.s3imageedit.dev;

import io.github.s3imageedit.app.Settings;
import io.github.s3imageedit.app.Wiring;
import io.github.s3imageedit.testing.Samples;
import io.github.s3imageedit.testing.endpoint.Dialect;
import io.github.s3imageedit.testing.endpoint.StandInEndpoint;
import io.github.s3imageedit.testing.endpoint.StandInSettings;
import io.github.s3imageedit.testing.s3.EmbeddedS3;
import io.github.s3imageedit.trigger.EditHandler;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The main job on this machine, without an account: {@code mvn -Plocal}. The handler is the real one; the S3 it works on
 * is embedded, and the endpoint is the stand-in unless {@code -Dlocal.real} asks for the real one.
 */
public final class LocalRun {
    private static final String INBOX = "inbox";
    private static final String OUTBOX = "outbox";
    private static final String SAMPLE_KEY = "harbour.png";
    private static final String SAMPLE_PROMPT = "paint the sails red and let it be night";
    private static final int USUAL_PORT = 9090;

    private final URI s3;
    private final S3Client client;
    private final LocalFolder folder;

    private LocalRun(URI s3, Path target) {
        this.s3 = s3;
        this.client = S3Client.builder()
                .endpointOverride(s3)
                .forcePathStyle(true)
                .region(Region.of(EmbeddedS3.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(Apache5HttpClient.builder())
                .build();
        this.folder = new LocalFolder(client, target);
    }

    /**
     * Runs until Ctrl-C, with {@code -Dlocal.once} until the sample is done, with {@code -Dlocal.events=all}, or the name of
     * one of them, until the sample events are.
     *
     * @param arguments the folder where results are copied to, to be looked at
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean real = isSet("local.real");
        System.setProperty("aws.accessKeyId", "local");
        System.setProperty("aws.secretAccessKey", "local");
        try (EmbeddedS3 s3 = startS3();
                StandInEndpoint standIn = StandInEndpoint.start(StandInSettings.of(Dialect.LUMENFALL))) {
            LocalRun run = new LocalRun(s3.endpoint(), Path.of(arguments[0]));
            EditHandler handler = run.handler(real ? Optional.empty() : Optional.of(standIn.baseUrl()));
            String events = System.getProperty("local.events", "");
            if (!events.isEmpty() && real) {
                System.out.println(
                        "The sample events are for the stand-in: leave out -Dlocal.real, or upload a picture.");
                System.exit(2);
            }
            if (!events.isEmpty()) {
                LocalReplay replay = new LocalReplay(run.client, handler);
                System.exit(replay.run(events, INBOX, () -> run.folder.copy(OUTBOX)) ? 0 : 1);
            }
            LocalTrigger trigger = new LocalTrigger(handler, () -> run.folder.copy(OUTBOX));
            s3.onEvent(INBOX, trigger);
            boolean right = run.editSample(trigger);
            if (isSet("local.once")) {
                System.exit(right ? 0 : 1);
            }
            run.invite();
            new CountDownLatch(1).await();
        }
    }

    private static boolean isSet(String property) {
        String value = System.getProperty(property, "false");
        return value.isEmpty() || value.equals("true");
    }

    private static EmbeddedS3 startS3() {
        try {
            return EmbeddedS3.start(Integer.getInteger("local.port", USUAL_PORT));
        } catch (RuntimeException taken) {
            System.out.println("The usual port " + USUAL_PORT + " is taken; another one is used.");
            return EmbeddedS3.start();
        }
    }

    private EditHandler handler(Optional<String> standIn) {
        client.createBucket(request -> request.bucket(INBOX));
        client.createBucket(request -> request.bucket(OUTBOX));
        Settings settings = Settings.from(environment(standIn));
        System.out.println("S3:       " + s3 + "  (embedded; buckets " + INBOX + " and " + OUTBOX + ")");
        System.out.println("endpoint: " + settings.endpoint().edits()
                + (standIn.isPresent() ? "  (stand-in, free of charge)" : "  (REAL: every edit costs money)"));
        Wiring wiring = Wiring.of(settings);
        return new EditHandler(wiring.crew(), wiring.redelivery());
    }

    private Map<String, String> environment(Optional<String> standIn) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(Map.of(
                "INPUT_BUCKETS",
                INBOX,
                "OUTPUT_BUCKET",
                OUTBOX,
                "AWS_ENDPOINT_URL",
                s3.toString(),
                "AWS_REGION",
                EmbeddedS3.REGION));
        // The embedded S3 takes any credentials; those of the environment have no business here.
        environment.keySet().removeIf(name -> name.startsWith("AWS_ACCESS") || name.startsWith("AWS_CONTAINER"));
        standIn.ifPresent(url -> environment.putAll(Map.of(
                "EDIT_BASE_URL", url, "EDIT_API_KEY", StandInSettings.DEFAULT_KEY, "EDIT_PROFILE", "lumenfall")));
        return environment;
    }

    private boolean editSample(LocalTrigger trigger) throws InterruptedException {
        byte[] before = Samples.harbour();
        System.out.println();
        System.out.println(
                "Uploading the sample s3://" + INBOX + "/" + SAMPLE_KEY + " with the tag prompt=" + SAMPLE_PROMPT);
        client.putObject(
                request -> request.bucket(INBOX).key(SAMPLE_KEY).tagging("prompt=" + SAMPLE_PROMPT.replace(' ', '+')),
                RequestBody.fromBytes(before));
        trigger.awaitFirst();
        LocalFolder.Sample sample = folder.sample(OUTBOX, SAMPLE_KEY, before);
        System.out.println();
        sample.lines().forEach(System.out::println);
        return sample.isRight();
    }

    private void invite() {
        System.out.printf("""

            Now your own picture, from another terminal:

              export AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_REGION=%s
              aws s3api put-object --endpoint-url %s --bucket %s --key cats/tom.png --body tom.png --tagging 'prompt=add a red hat'

            Results are copied to %s. Ctrl-C ends it.
            """, EmbeddedS3.REGION, s3, INBOX, folder.path());
    }
}
