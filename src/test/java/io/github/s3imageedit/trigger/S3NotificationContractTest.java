package io.github.s3imageedit.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import io.github.s3imageedit.job.UploadEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our reader and the classes that Lambda would bind read the same from the same event. */
class S3NotificationContractTest {
    static Stream<String> events() {
        String time = "\"eventTime\":\"2026-11-22T10:00:00.123Z\",\"eventName\"";
        return Stream.of(
                        Events.PUT,
                        Events.record("ObjectTagging:Put", "{\"key\":\"tom.png\",\"eTag\":\"abc\"}"),
                        Events.record("ObjectCreated:Copy", "{\"key\":\"a%2Bb+c%20d\",\"size\":5,\"eTag\":\"e-2\"}"),
                        Events.record(
                                "ObjectCreated:Post", "{\"key\":\"%C3%BC/%F0%9F%98%80%25\",\"versionId\":\"null\"}"),
                        Events.record("ObjectCreated:Put", "{\"key\":\"a\",\"versionId\":\"v1\",\"sequencer\":\"00\"}"),
                        "{\"Records\":[]}")
                .map(event -> event.contains("eventTime") ? event : event.replace("\"eventName\"", time));
    }

    @ParameterizedTest
    @MethodSource("events")
    void readsWhatLambdaWouldBind(String event) throws IOException {
        S3Event bound = LambdaEventSerializers.serializerFor(S3Event.class, S3Event.class.getClassLoader())
                .fromJson(new ByteArrayInputStream(event.getBytes(UTF_8)));
        List<UploadEvent> read = S3NotificationTest.read(event);

        assertThat(read).hasSameSizeAs(bound.getRecords());
        for (int index = 0; index < read.size(); index++) {
            assertSame(read.get(index), bound.getRecords().get(index));
        }
    }

    private static void assertSame(UploadEvent read, S3EventNotificationRecord bound) {
        var object = bound.getS3().getObject();
        assertThat(read.object().bucket()).isEqualTo(bound.getS3().getBucket().getName());
        assertThat(read.object().key()).isEqualTo(object.getUrlDecodedKey());
        assertThat(read.object().version()).isEqualTo(filled(object.getVersionId()));
        assertThat(read.etag()).isEqualTo(filled(object.geteTag()));
        assertThat(read.time())
                .contains(Instant.ofEpochMilli(bound.getEventTime().getMillis()));
    }

    private static Optional<String> filled(String text) {
        return Optional.ofNullable(text).filter(found -> !found.isEmpty());
    }
}
