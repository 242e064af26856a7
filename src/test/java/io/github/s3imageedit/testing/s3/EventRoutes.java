package io.github.s3imageedit.testing.s3;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.EventBridgeConfiguration;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import software.amazon.awssdk.services.s3.model.TopicConfiguration;
import tools.jackson.databind.json.JsonMapper;

/** Lays the ways from LocalStack's buckets to its queues. */
final class EventRoutes {
    private static final List<Event> EVENTS = List.of(Event.S3_OBJECT_CREATED, Event.S3_OBJECT_TAGGING);
    private static final JsonMapper JSON = new JsonMapper();

    private final S3Client client;
    private final LocalStackCalls calls;

    EventRoutes(S3Client client, LocalStackCalls calls) {
        this.client = client;
        this.calls = calls;
    }

    /** A bucket has one route: S3 refuses two for the same event, and a later one replaces it here. */
    EventQueue open(EventRoute route, String bucket) {
        String name = route.nameFor(bucket);
        EventQueue queue = EventQueue.create(calls, route == EventRoute.FIFO_BRIDGE ? name + ".fifo" : name);
        Map<String, Object> target = new HashMap<>(Map.of("Id", "queue", "Arn", queue.arn()));
        if (route == EventRoute.FIFO_BRIDGE) {
            target.put("SqsParameters", Map.of("MessageGroupId", EventRoute.GROUP));
        }
        NotificationConfiguration configuration = switch (route) {
            case QUEUE -> toQueue(queue);
            case TOPIC -> toTopic(name, queue, "false");
            case RAW_TOPIC -> toTopic(name, queue, "true");
            case BRIDGE, FIFO_BRIDGE -> toBridge(name, bucket, target);
        };
        client.putBucketNotificationConfiguration(
                request -> request.bucket(bucket).notificationConfiguration(configuration));
        return queue;
    }

    private static NotificationConfiguration toQueue(EventQueue queue) {
        QueueConfiguration to = QueueConfiguration.builder()
                .queueArn(queue.arn())
                .events(EVENTS)
                .build();
        return NotificationConfiguration.builder().queueConfigurations(to).build();
    }

    private NotificationConfiguration toTopic(String name, EventQueue queue, String raw) {
        String version = "2010-03-31";
        calls.form("sns", Map.of("Action", "CreateTopic", "Version", version, "Name", name));
        calls.form(
                "sns",
                Map.of(
                        "Action",
                        "Subscribe",
                        "Version",
                        version,
                        "TopicArn",
                        calls.arn("sns", name),
                        "Protocol",
                        "sqs",
                        "Endpoint",
                        queue.arn(),
                        "Attributes.entry.1.key",
                        "RawMessageDelivery",
                        "Attributes.entry.1.value",
                        raw));
        return NotificationConfiguration.builder()
                .topicConfigurations(TopicConfiguration.builder()
                        .topicArn(calls.arn("sns", name))
                        .events(EVENTS)
                        .build())
                .build();
    }

    private NotificationConfiguration toBridge(String name, String bucket, Map<String, ?> target) {
        Map<String, ?> pattern = Map.of(
                "source", List.of("aws.s3"),
                "detail-type", List.of("Object Created", "Object Tags Added"),
                "detail", Map.of("bucket", Map.of("name", List.of(bucket))));
        calls.json(
                "events", "AWSEvents.PutRule", Map.of("Name", name, "EventPattern", JSON.writeValueAsString(pattern)));
        calls.json("events", "AWSEvents.PutTargets", Map.of("Rule", name, "Targets", List.of(target)));
        return NotificationConfiguration.builder()
                .eventBridgeConfiguration(EventBridgeConfiguration.builder().build())
                .build();
    }
}
