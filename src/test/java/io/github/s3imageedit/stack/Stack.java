package io.github.s3imageedit.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.s3imageedit.testing.Deployment;
import io.github.s3imageedit.testing.SidecarSchema;
import io.github.s3imageedit.testing.s3.EventQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Object;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A deployed stack, by its outputs. */
final class Stack {
    private static final Duration DEPLOYMENT = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Pattern OUTPUT =
            Pattern.compile("<OutputKey>(.*?)</OutputKey>\\s*<OutputValue>(.*?)</OutputValue>");

    private final LocalCloud cloud;
    private final String name;
    private final Map<String, String> outputs;

    private Stack(LocalCloud cloud, String name, Map<String, String> outputs) {
        this.cloud = cloud;
        this.name = name;
        this.outputs = Map.copyOf(outputs);
    }

    static Stack create(LocalCloud cloud, String name, String template, Map<String, String> parameters) {
        Map<String, String> form = new HashMap<>(Map.of(
                "Action", "CreateStack",
                "Version", "2010-05-15",
                "StackName", name,
                "TemplateBody", template,
                "Capabilities.member.1", "CAPABILITY_IAM",
                "Capabilities.member.2", "CAPABILITY_AUTO_EXPAND"));
        int number = 1;
        for (var parameter : parameters.entrySet()) {
            form.put("Parameters.member." + number + ".ParameterKey", parameter.getKey());
            form.put("Parameters.member." + number + ".ParameterValue", parameter.getValue());
            number++;
        }
        cloud.calls().form("cloudformation", form);
        String told = await(
                        DEPLOYMENT,
                        () -> Optional.of(describe(cloud, name))
                                .filter(answer -> !answer.contains("CREATE_IN_PROGRESS")))
                .orElseThrow(() -> new AssertionError(name + " was not deployed in " + DEPLOYMENT));
        if (!told.contains("<StackStatus>CREATE_COMPLETE</StackStatus>")) {
            throw new AssertionError(told);
        }
        Map<String, String> outputs = new HashMap<>();
        OUTPUT.matcher(told).results().forEach(found -> outputs.put(found.group(1), found.group(2)));
        return new Stack(cloud, name, outputs);
    }

    private static String describe(LocalCloud cloud, String name) {
        return cloud.calls()
                .form("cloudformation", Map.of("Action", "DescribeStacks", "Version", "2010-05-15", "StackName", name));
    }

    /** Looks again and again; empty where nothing was found in time. */
    static <T> Optional<T> await(Duration patience, Supplier<Optional<T>> look) {
        Instant end = Instant.now().plus(patience);
        Optional<T> found = look.get();
        while (found.isEmpty() && Instant.now().isBefore(end)) {
            LocalCloud.pause(LOOK);
            found = look.get();
        }
        return found;
    }

    String name() {
        return name;
    }

    String output(String key) {
        return Optional.ofNullable(outputs.get(key)).orElseThrow(() -> new AssertionError("no output " + key));
    }

    String inbox() {
        return output("InputBucket");
    }

    String outbox() {
        return output("OutputBucket");
    }

    /** A function's name, by the output that holds its alias' ARN. */
    String functionName(String output) {
        return output(output).split(":", -1)[6];
    }

    EventQueue queue() {
        return EventQueue.at(cloud.calls(), local(output("QueueUrl")), output("QueueArn"));
    }

    EventQueue deadLetters() {
        return EventQueue.at(cloud.calls(), local(output("DeadLetterQueueUrl")), output("DeadLetterQueueArn"));
    }

    /** Queue URLs name a host that only LocalStack knows. */
    private String local(String url) {
        return cloud.uri() + url.replaceFirst("https?://[^/]*", "");
    }

    void upload(String key, byte[] content, Map<String, String> tags) {
        cloud.s3()
                .putObject(
                        request -> request.bucket(inbox()).key(key).tagging(Deployment.tagging(tags)),
                        RequestBody.fromBytes(content));
    }

    List<String> keys(String bucket) {
        return cloud.s3().listObjectsV2Paginator(request -> request.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    /** The only sidecar of an upload, valid by the schema; waited for. */
    JsonNode sidecar(String prefix, String key, Duration patience) {
        Pattern place = Pattern.compile(Pattern.quote(prefix + key) + "/[0-9a-f]{16}\\.json");
        String found = await(
                        patience,
                        () -> keys(outbox()).stream()
                                .filter(place.asMatchPredicate())
                                .findFirst())
                .orElseThrow(() -> new AssertionError("no sidecar of " + key + " but " + keys(outbox()) + logs()));
        return JsonMapper.shared().readTree(SidecarSchema.checked(new String(object(outbox(), found), UTF_8)));
    }

    byte[] object(String bucket, String key) {
        return cloud.s3()
                .getObjectAsBytes(request -> request.bucket(bucket).key(key))
                .asByteArray();
    }

    /** What the editing function has logged so far; LocalStack knows no other group. */
    List<String> logs() {
        JsonNode events = cloud.calls()
                .json(
                        "logs",
                        "Logs_20140328.FilterLogEvents",
                        Map.of("logGroupName", "/aws/lambda/" + functionName("EditFunctionArn")));
        return events.path("events")
                .valueStream()
                .map(event -> event.get("message").asString())
                .toList();
    }

    /** The state of the alarm that the template calls so. */
    Optional<String> alarm(String logicalId) {
        String alarms = cloud.calls().form("monitoring", Map.of("Action", "DescribeAlarms", "Version", "2010-08-01"));
        Pattern state = Pattern.compile(
                "<AlarmName>" + Pattern.quote(name + "-" + logicalId) + "[^<]*</AlarmName>.*?<StateValue>(\\w+)<",
                Pattern.DOTALL);
        return state.matcher(alarms).results().map(found -> found.group(1)).findFirst();
    }

    Optional<String> resource(String logicalId) {
        String answer = cloud.calls()
                .form(
                        "cloudformation",
                        Map.of("Action", "DescribeStackResources", "Version", "2010-05-15", "StackName", name));
        Pattern resource = Pattern.compile("<member>.*?</member>", Pattern.DOTALL);
        return resource.matcher(answer)
                .results()
                .map(MatchResult::group)
                .filter(member -> member.contains("<LogicalResourceId>" + logicalId + "</LogicalResourceId>"))
                .map(member -> member.replaceAll("(?s).*<PhysicalResourceId>(.*?)</PhysicalResourceId>.*", "$1"))
                .findFirst();
    }
}
