package io.github.s3imageedit.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.s3imageedit.app.Settings;
import io.github.s3imageedit.app.Wiring;
import io.github.s3imageedit.testing.endpoint.StandInEndpoint;
import io.github.s3imageedit.testing.endpoint.StandInSettings;
import io.github.s3imageedit.testing.lambda.LocalContext;
import io.github.s3imageedit.testing.s3.ReceivedEvents;
import io.github.s3imageedit.testing.s3.S3Backend;
import io.github.s3imageedit.trigger.EditHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The function as it is deployed, in this JVM: an inbox and an outbox on the tests' S3, the stand-in endpoint, and the
 * handler, which gets the events that S3 really sends.
 */
public final class Deployment implements AutoCloseable {
    private static final Duration EVENT_PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final S3Backend s3;
    private final String inbox = "inbox-" + UUID.randomUUID();
    private final String outbox = "outbox-" + UUID.randomUUID();
    private final StandInEndpoint endpoint;
    private final ReceivedEvents events;
    private final EditHandler handler;

    private Deployment(S3Backend s3, StandInEndpoint endpoint, boolean versioned, Map<String, String> furtherSettings) {
        this.s3 = s3;
        this.endpoint = endpoint;
        s3.createBucket(inbox, versioned);
        s3.createBucket(outbox);
        this.events = s3.events(inbox);
        this.handler = handler(environment(furtherSettings));
    }

    /** With the stand-in speaking as Lumenfall. */
    public static Deployment start(Map<String, String> furtherSettings) throws IOException {
        return new Deployment(S3Backend.shared(), StandInEndpoint.start(), false, furtherSettings);
    }

    /** On an S3 of the test's own, which can be made to fail. */
    public static Deployment on(S3Backend s3) throws IOException {
        return on(s3, Map.of());
    }

    public static Deployment on(S3Backend s3, Map<String, String> furtherSettings) throws IOException {
        return new Deployment(s3, StandInEndpoint.start(), false, furtherSettings);
    }

    /** The same, with an inbox that keeps versions. */
    public static Deployment versioned() throws IOException {
        return new Deployment(S3Backend.shared(), StandInEndpoint.start(), true, Map.of());
    }

    /** What the function's process needs in its environment. */
    public Map<String, String> environment(Map<String, String> furtherSettings) {
        Map<String, String> environment = new HashMap<>(s3.environment());
        environment.putAll(Map.of(
                "INPUT_BUCKETS",
                inbox,
                "OUTPUT_BUCKET",
                outbox,
                "EDIT_BASE_URL",
                endpoint.baseUrl(),
                "EDIT_PROFILE",
                "lumenfall",
                "EDIT_API_KEY",
                StandInSettings.DEFAULT_KEY));
        environment.putAll(furtherSettings);
        return environment;
    }

    private EditHandler handler(Map<String, String> environment) {
        System.setProperty("aws.accessKeyId", s3.credentials().accessKeyId());
        System.setProperty("aws.secretAccessKey", s3.credentials().secretAccessKey());
        environment.remove("AWS_ACCESS_KEY_ID");
        Wiring wiring = Wiring.of(Settings.from(environment));
        return new EditHandler(wiring.crew(), wiring.redelivery());
    }

    public StandInEndpoint endpoint() {
        return endpoint;
    }

    public S3Backend s3() {
        return s3;
    }

    public String inbox() {
        return inbox;
    }

    public String outbox() {
        return outbox;
    }

    /** Uploads with tags, as the ordinary SDK does; the event that follows is the caller's to deliver. */
    public void upload(String key, byte[] content, Map<String, String> tags) {
        s3.client()
                .putObject(
                        request -> request.bucket(inbox)
                                .key(key)
                                .tagging(tagging(tags))
                                .contentType("application/octet-stream"),
                        RequestBody.fromBytes(content));
    }

    /** Tags as the header of an upload carries them. */
    public static String tagging(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> encoded(tag.getKey()) + "=" + encoded(tag.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    public void tag(String key, Map<String, String> tags) {
        List<Tag> set = tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
        s3.client().putObjectTagging(request -> request.bucket(inbox).key(key).tagging(tagging -> tagging.tagSet(set)));
    }

    public void delete(String key) {
        s3.client().deleteObject(request -> request.bucket(inbox).key(key));
    }

    /** The next event of the inbox, as S3 sent it. */
    public String nextEvent() {
        while (true) {
            String event = events.next(EVENT_PATIENCE).orElseThrow(() -> new AssertionError("S3 sent no event"));
            if (event.contains("\"Records\"")) {
                return event;
            }
        }
    }

    /** Delivers the next event to the handler; gives its reply, or throws as it does. */
    public String deliver() throws IOException {
        return deliver(nextEvent());
    }

    public String deliver(String event) throws IOException {
        return deliver(event, Duration.ofMinutes(2));
    }

    public String deliver(String event, Duration timeLeft) throws IOException {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), reply, LocalContext.with(timeLeft));
        return reply.toString(UTF_8);
    }

    /** Delivers all at the same time, each on a thread of its own; gives the replies in the events' order. */
    public List<String> deliverAtOnce(List<String> events) throws InterruptedException, ExecutionException {
        List<Callable<String>> deliveries = events.stream()
                .<Callable<String>>map(event -> () -> deliver(event))
                .toList();
        List<String> replies = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(events.size())) {
            for (Future<String> reply : threads.invokeAll(deliveries)) {
                replies.add(reply.get());
            }
        }
        return replies;
    }

    /** The keys of an upload's results in the outbox, the sidecar among them. */
    public List<String> results(String key) {
        Pattern result = Pattern.compile(Pattern.quote(key) + "/[0-9a-f]{16}(-[0-9]+)?\\.[a-z]+");
        return s3.client().listObjectsV2Paginator(request -> request.bucket(outbox)).contents().stream()
                .map(S3Object::key)
                .filter(result.asMatchPredicate())
                .toList();
    }

    public byte[] result(String key) {
        return s3.client()
                .getObjectAsBytes(request -> request.bucket(outbox).key(key))
                .asByteArray();
    }

    /** The only sidecar of an upload, which must keep to the schema. */
    public JsonNode sidecar(String key) {
        return JSON.readTree(sidecarText(key));
    }

    /** The same as it was written. */
    public String sidecarText(String key) {
        List<String> sidecars =
                results(key).stream().filter(found -> found.endsWith(".json")).toList();
        if (sidecars.size() != 1) {
            throw new AssertionError("not one sidecar but " + sidecars);
        }
        return SidecarSchema.checked(new String(result(sidecars.getFirst()), UTF_8));
    }

    public void deleteSidecar(String key) {
        String sidecar = results(key).stream()
                .filter(found -> found.endsWith(".json"))
                .findFirst()
                .orElseThrow();
        s3.client().deleteObject(request -> request.bucket(outbox).key(sidecar));
    }

    @Override
    public void close() throws IOException {
        events.close();
        endpoint.close();
    }
}
