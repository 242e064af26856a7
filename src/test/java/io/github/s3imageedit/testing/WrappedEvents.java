package io.github.s3imageedit.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same upload as each sender tells of it, made from S3's own notification. */
public final class WrappedEvents {
    public static final String QUEUE = "arn:aws:sqs:us-east-1:000000000000:uploads";

    private static final JsonMapper JSON = JsonMapper.shared();

    private WrappedEvents() {}

    private static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    /** A batch of a standard queue; messages are named {@code m0}, {@code m1} ... */
    public static String queue(String... bodies) {
        return queue(Arrays.asList(bodies));
    }

    public static String queue(List<String> bodies) {
        return json(Map.of(
                "Records",
                IntStream.range(0, bodies.size())
                        .mapToObj(number -> message(number, bodies.get(number)))
                        .toList()));
    }

    private static Map<String, Object> message(int number, String body) {
        return Map.of(
                "messageId",
                "m" + number,
                "receiptHandle",
                "receipt-" + number,
                "body",
                body,
                "attributes",
                Map.of("ApproximateReceiveCount", "1", "SentTimestamp", "1700000000000"),
                "messageAttributes",
                Map.of(),
                "md5OfBody",
                "",
                "eventSource",
                "aws:sqs",
                "eventSourceARN",
                QUEUE,
                "awsRegion",
                "us-east-1");
    }

    /** What the queue's door answers where these messages have to come again. */
    public static String failures(String... ids) {
        return json(Map.of(
                "batchItemFailures",
                Arrays.stream(ids).map(id -> Map.of("itemIdentifier", id)).toList()));
    }

    /** SNS straight to Lambda. */
    public static String topic(String notification) {
        return json(Map.of(
                "Records",
                List.of(Map.of(
                        "EventSource", "aws:sns",
                        "EventVersion", "1.0",
                        "EventSubscriptionArn", "arn:aws:sns:us-east-1:000000000000:uploads:1",
                        "Sns", envelope(notification)))));
    }

    /** SNS to a queue, not raw: a message's body. */
    public static String topicMessage(String notification) {
        return json(envelope(notification));
    }

    private static Map<String, Object> envelope(String notification) {
        return Map.of(
                "Type", "Notification",
                "MessageId", "95df01b4-ee98-5cb9-9903-4c221d41eb5e",
                "TopicArn", "arn:aws:sns:us-east-1:000000000000:uploads",
                "Subject", "Amazon S3 Notification",
                "Message", notification,
                "Timestamp", "2026-11-22T10:00:00.000Z");
    }

    /** EventBridge, of a notification's only record; keys are raw there. */
    public static String routed(String notification, String key) {
        JsonNode s3 = JSON.readTree(notification).at("/Records/0/s3");
        boolean tagging = notification.contains("ObjectTagging:Put");
        Map<String, Object> object = new TreeMap<>(Map.of("key", key));
        put(object, "etag", s3.at("/object/eTag"));
        put(object, "version-id", s3.at("/object/versionId"));
        return json(Map.of(
                "version", "0",
                "id", "17793124-05d4-b198-2fde-7ededc63b103",
                "detail-type", tagging ? "Object Tags Added" : "Object Created",
                "source", "aws.s3",
                "account", "000000000000",
                "time", "2026-11-22T10:00:00Z",
                "region", "us-east-1",
                "resources", List.of("arn:aws:s3:::" + s3.at("/bucket/name").asString()),
                "detail",
                        Map.of(
                                "version",
                                "0",
                                "bucket",
                                Map.of("name", s3.at("/bucket/name").asString()),
                                "object",
                                object)));
    }

    private static void put(Map<String, Object> object, String name, JsonNode value) {
        if (value.isString()) {
            object.put(name, value.asString());
        }
    }

    /** A task of S3 Batch Operations, in the schema that knows arguments. */
    public static String batch(String bucket, String spelt, Map<String, String> arguments) {
        return json(Map.of(
                "invocationSchemaVersion",
                "2.0",
                "invocationId",
                "invocation",
                "job",
                Map.of("id", "job", "userArguments", arguments),
                "tasks",
                List.of(Map.of("taskId", "task", "s3Key", spelt, "s3Bucket", bucket))));
    }

    /** What an on-failure destination gets. */
    public static String failed(String event) {
        return json(Map.of(
                "version",
                "1.0",
                "timestamp",
                "2026-11-22T10:04:00.000Z",
                "requestContext",
                Map.of("requestId", "request", "condition", "RetriesExhausted", "approximateInvokeCount", 3),
                "requestPayload",
                JSON.readTree(event),
                "responseContext",
                Map.of("statusCode", 200, "executedVersion", "$LATEST", "functionError", "Unhandled")));
    }
}
