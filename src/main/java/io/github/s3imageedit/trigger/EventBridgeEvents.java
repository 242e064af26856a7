package io.github.s3imageedit.trigger;

import io.github.s3imageedit.job.UploadEvent.Occasion;
import java.util.List;

/** S3's events, as EventBridge routes them. */
final class EventBridgeEvents {
    private EventBridgeEvents() {}

    /** @throws UnknownEventException if it is not from S3 */
    static LambdaEvent event(Fields fields) {
        if (!fields.is("source", "aws.s3")) {
            throw new UnknownEventException("an EventBridge event is not from aws.s3");
        }
        return switch (fields.text("detail-type").orElse("")) {
            case "Object Created" -> upload(fields, Occasion.WRITTEN);
            case "Object Tags Added" -> upload(fields, Occasion.TAGGED);
            default -> new LambdaEvent.Routed(List.of());
        };
    }

    private static LambdaEvent upload(Fields fields, Occasion occasion) {
        return new LambdaEvent.Routed(List.of(Mention.of(
                fields.text("detail.bucket.name"),
                fields.text("detail.object.key").map(ObjectKeys::inEventBridge).orElse(List.of()),
                fields.text("detail.object.version-id"),
                UploadFacts.happened(occasion, fields.text("detail.object.etag"), fields.text("time")))));
    }
}
