package io.github.s3imageedit.testing.s3;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.Tag;

/** Events, read with the classes that Lambda's own runtime reads them with. */
interface EventContract extends S3Contract {
    /** How the backend writes a key into an event; S3 itself does as forms do. */
    default String keyInEvent(String key) {
        return UrlCoding.encodeForm(key);
    }

    private static S3EventNotificationRecord next(ReceivedEvents events) {
        String json = events.next(Duration.ofSeconds(20)).orElseThrow();
        PojoSerializer<S3Event> serializer =
                LambdaEventSerializers.serializerFor(S3Event.class, EventContract.class.getClassLoader());
        return json.contains("s3:TestEvent")
                ? next(events)
                : serializer.fromJson(json).getRecords().get(0);
    }

    @Test
    default void tellsOfPutsCopiesAndTags() {
        String bucket = newBucket();
        try (ReceivedEvents events = backend().events(bucket)) {
            String etag = putTagged(bucket, "cat.png", "prompt=hat").eTag().replace("\"", "");

            S3EventNotificationRecord put = next(events);
            assertThat(put.getEventName()).isEqualTo("ObjectCreated:Put");
            assertThat(put.getEventSource()).isEqualTo("aws:s3");
            assertThat(put.getAwsRegion()).isEqualTo(backend().region());
            assertThat(put.getS3().getBucket().getName()).isEqualTo(bucket);
            assertThat(put.getS3().getBucket().getArn()).isEqualTo("arn:aws:s3:::" + bucket);
            assertThat(put.getS3().getObject().getKey()).isEqualTo("cat.png");
            assertThat(put.getS3().getObject().getSizeAsLong()).isEqualTo(6);
            assertThat(put.getS3().getObject().geteTag()).isEqualTo(etag);
            assertThat(put.getS3().getObject().getSequencer()).isNotEmpty();

            client().copyObject(request -> request.sourceBucket(bucket)
                    .sourceKey("cat.png")
                    .destinationBucket(bucket)
                    .destinationKey("copy.png"));
            assertThat(next(events).getEventName()).isEqualTo("ObjectCreated:Copy");

            client().putObjectTagging(request -> request.bucket(bucket)
                    .key("cat.png")
                    .tagging(tagging -> tagging.tagSet(
                            Tag.builder().key("prompt").value("shoe").build())));
            S3EventNotificationRecord tagged = next(events);
            assertThat(tagged.getEventName()).isEqualTo("ObjectTagging:Put");
            assertThat(tagged.getS3().getObject().getKey()).isEqualTo("cat.png");
            assertThat(tagged.getS3().getObject().geteTag()).isEqualTo(etag);
        }
    }

    @Test
    default void encodesKeysInEvents() {
        String bucket = newBucket();
        try (ReceivedEvents events = backend().events(bucket)) {
            for (String key : OddKeys.all()) {
                put(bucket, key, "x");
                assertThat(next(events).getS3().getObject().getKey()).isEqualTo(keyInEvent(key));
            }
        }
    }

    @Test
    default void tellsVersions() {
        String bucket = newBucket(true);
        try (ReceivedEvents events = backend().events(bucket)) {
            String version = put(bucket, "cat.png", "x").versionId();

            assertThat(next(events).getS3().getObject().getVersionId()).isEqualTo(version);
        }
    }
}
