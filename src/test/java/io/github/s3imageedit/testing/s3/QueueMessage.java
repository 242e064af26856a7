package io.github.s3imageedit.testing.s3;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message as it was received, whole.
 *
 * @param received what SQS answered, names beginning with capitals
 */
public record QueueMessage(JsonNode received, String queueArn) {
    private static final JsonMapper JSON = new JsonMapper();

    public String id() {
        return received.get("MessageId").asString();
    }

    public String receiptHandle() {
        return received.get("ReceiptHandle").asString();
    }

    public String body() {
        return received.get("Body").asString();
    }

    /** What Lambda's event source mapping makes of it. */
    public ObjectNode asLambdaRecord() {
        ObjectNode record = JSON.createObjectNode();
        record.put("messageId", id());
        record.put("receiptHandle", receiptHandle());
        record.put("body", body());
        record.set("attributes", received.get("Attributes"));
        record.set(
                "messageAttributes",
                received.path("MessageAttributes").isObject()
                        ? received.get("MessageAttributes")
                        : JSON.createObjectNode());
        record.set("md5OfBody", received.get("MD5OfBody"));
        record.put("eventSource", "aws:sqs");
        record.put("eventSourceARN", queueArn);
        record.put("awsRegion", queueArn.split(":", -1)[3]);
        return record;
    }

    /** One invocation's event. */
    public static String lambdaEvent(List<QueueMessage> messages) {
        ObjectNode event = JSON.createObjectNode();
        ArrayNode records = event.putArray("Records");
        messages.forEach(message -> records.add(message.asLambdaRecord()));
        return JSON.writeValueAsString(event);
    }
}
