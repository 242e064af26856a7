package io.github.s3imageedit.trigger;

import io.github.s3imageedit.job.UploadEvent.Occasion;
import io.github.s3imageedit.trigger.LambdaEvent.QueueMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The records in which S3, SNS and SQS deliver. */
final class Records {
    private static final Logger LOG = LoggerFactory.getLogger(Records.class);

    static final Set<String> TEXTS = Set.of(
            "eventSource",
            "eventName",
            "eventTime",
            "s3.bucket.name",
            "s3.object.key",
            "s3.object.eTag",
            "s3.object.versionId",
            "EventSource",
            "Sns.Message",
            "messageId",
            "receiptHandle",
            "body",
            "eventSourceARN",
            "attributes.ApproximateReceiveCount",
            "attributes.MessageGroupId");

    private static final String QUEUE = "aws:sqs";

    private Records() {}

    /** @throws UnknownEventException if they are not all from S3 or SNS, and none is from a queue */
    static LambdaEvent event(List<Fields> records, int depth) {
        if (records.isEmpty()) {
            return new LambdaEvent.Empty();
        }
        if (records.stream().anyMatch(record -> record.is("eventSource", QUEUE))) {
            return new LambdaEvent.QueueBatch(
                    records.stream().flatMap(record -> message(record).stream()).toList());
        }
        List<Mention> mentions = new ArrayList<>();
        for (Fields record : records) {
            record.requireOnce();
            mentions.addAll(record.is("EventSource", "aws:sns") ? fromTopic(record, depth) : uploads(record));
        }
        return new LambdaEvent.Notification(mentions);
    }

    private static List<Mention> fromTopic(Fields record, int depth) {
        String message = record.text("Sns.Message")
                .orElseThrow(() -> new UnknownEventException("an SNS record holds no message"));
        return EventReader.mentions(message, depth + 1);
    }

    /** What was created or tagged; other events of S3 are left out. */
    private static List<Mention> uploads(Fields record) {
        String source = record.text("eventSource").orElse("aws:s3");
        if (!source.equals("aws:s3")) {
            throw new UnknownEventException("a record is not from aws:s3, aws:sns or aws:sqs, but from another source");
        }
        String name = record.text("eventName")
                .orElseThrow(() -> new UnknownEventException("a record has no \"eventName\", which S3's have"))
                .replaceFirst("^s3:", "");
        boolean tagged = name.equals("ObjectTagging:Put");
        if (!tagged && !name.startsWith("ObjectCreated:")) {
            return List.of();
        }
        return List.of(Mention.of(
                record.text("s3.bucket.name"),
                record.text("s3.object.key").map(ObjectKeys::inNotification).orElse(List.of()),
                record.text("s3.object.versionId"),
                UploadFacts.happened(
                        tagged ? Occasion.TAGGED : Occasion.WRITTEN,
                        record.text("s3.object.eTag"),
                        record.text("eventTime"))));
    }

    /** A message; a record that is none, and could be given back to nobody, is dropped. */
    private static Optional<QueueMessage> message(Fields record) {
        String id = record.text("messageId").orElse("");
        boolean ours = record.is("eventSource", QUEUE);
        if (id.isEmpty() && !ours) {
            LOG.error("a record of the batch is from no queue, has no \"messageId\", and is dropped");
            return Optional.empty();
        }
        String queue = record.text("eventSourceARN").orElse("");
        return Optional.of(new QueueMessage(
                id,
                record.text("receiptHandle"),
                queue,
                receiveCount(record),
                // Other queues have groups, too, that say nothing about order.
                record.text("attributes.MessageGroupId").filter(group -> queue.endsWith(".fifo")),
                record.text("body").filter(body -> ours && record.twice().isEmpty())));
    }

    private static int receiveCount(Fields record) {
        return record.text("attributes.ApproximateReceiveCount")
                .filter(count -> count.matches("[0-9]{1,9}"))
                .map(Integer::parseInt)
                .map(count -> Math.max(1, count))
                .orElse(1);
    }
}
