package io.github.s3imageedit.testing.s3;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** A queue of LocalStack's, which events are routed to. */
public final class EventQueue {
    private static final int MOST_AT_ONCE = 10;
    /** A thread that drains a queue notices its end so late at most. */
    private static final Duration DRAINING = Duration.ofSeconds(2);

    private final LocalStackCalls calls;
    private final String url;
    private final String arn;

    private EventQueue(LocalStackCalls calls, String url, String arn) {
        this.calls = calls;
        this.url = url;
        this.arn = arn;
    }

    static EventQueue create(LocalStackCalls calls, String name) {
        Map<String, ?> attributes =
                name.endsWith(".fifo") ? Map.of("FifoQueue", "true", "ContentBasedDeduplication", "true") : Map.of();
        JsonNode created =
                calls.json("sqs", "AmazonSQS.CreateQueue", Map.of("QueueName", name, "Attributes", attributes));
        return new EventQueue(calls, created.get("QueueUrl").asString(), calls.arn("sqs", name));
    }

    /** A queue that is there already. */
    public static EventQueue at(LocalStackCalls calls, String url, String arn) {
        return new EventQueue(calls, url, arn);
    }

    public String url() {
        return url;
    }

    public String arn() {
        return arn;
    }

    /**
     * What is in the queue, ten messages at most; each comes again after its visibility timeout unless it is deleted.
     *
     * @param patience whole seconds, 20 at most, for the first of them
     */
    public List<QueueMessage> receive(Duration patience) {
        return receive(MOST_AT_ONCE, patience);
    }

    private List<QueueMessage> receive(int most, Duration patience) {
        JsonNode reply = calls.json(
                "sqs",
                "AmazonSQS.ReceiveMessage",
                Map.of(
                        "QueueUrl",
                        url,
                        "MaxNumberOfMessages",
                        most,
                        "WaitTimeSeconds",
                        patience.toSeconds(),
                        "AttributeNames",
                        List.of("All"),
                        "MessageAttributeNames",
                        List.of("All")));
        List<QueueMessage> messages = new ArrayList<>();
        reply.path("Messages").forEach(message -> messages.add(new QueueMessage(message, arn)));
        return messages;
    }

    /** The next message, taken out of the queue; empty where none comes in time. */
    public Optional<QueueMessage> next(Duration patience) {
        Optional<QueueMessage> next = receive(1, patience).stream().findFirst();
        next.ifPresent(this::delete);
        return next;
    }

    public void delete(QueueMessage message) {
        calls.json("sqs", "AmazonSQS.DeleteMessage", Map.of("QueueUrl", url, "ReceiptHandle", message.receiptHandle()));
    }

    public void send(String body) {
        calls.json("sqs", "AmazonSQS.SendMessage", Map.of("QueueUrl", url, "MessageBody", body));
    }

    /** How long what is received stays away. */
    public void visibility(Duration time) {
        Map<String, ?> attributes = Map.of("VisibilityTimeout", Long.toString(time.toSeconds()));
        calls.json("sqs", "AmazonSQS.SetQueueAttributes", Map.of("QueueUrl", url, "Attributes", attributes));
    }

    /** How many messages were received, and are neither deleted nor visible again. */
    public int inFlight() {
        String name = "ApproximateNumberOfMessagesNotVisible";
        JsonNode reply = calls.json(
                "sqs", "AmazonSQS.GetQueueAttributes", Map.of("QueueUrl", url, "AttributeNames", List.of(name)));
        return Integer.parseInt(reply.at("/Attributes/" + name).asString());
    }

    /** Runs until the returned action. */
    Runnable drainInto(Consumer<String> consumer) {
        Thread thread = Thread.ofVirtual().name("queue-" + arn).start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                for (QueueMessage message : receive(DRAINING)) {
                    delete(message);
                    consumer.accept(message.body());
                }
            }
        });
        return thread::interrupt;
    }
}
