package io.github.s3imageedit.testing.s3;

import com.adobe.testing.s3mock.s3.model.S3ObjectMetadata;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * An event notification as S3 writes it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">Event
 *     message structure</a>
 */
record EventJson(ObjectEvent event, S3Call call, S3ObjectMetadata object, Optional<String> version, long sequence) {
    private static final JsonFactory JSON = new JsonFactory();

    static String test(String bucket) {
        return write(json -> {
            json.writeStringField("Service", "Amazon S3");
            json.writeStringField("Event", "s3:TestEvent");
            json.writeStringField("Time", now());
            json.writeStringField("Bucket", bucket);
            json.writeStringField("RequestId", "EMBEDDED");
            json.writeStringField("HostId", "embedded");
        });
    }

    String text() {
        return write(json -> {
            json.writeArrayFieldStart("Records");
            json.writeStartObject();
            writeRecord(json);
            json.writeEndObject();
            json.writeEndArray();
        });
    }

    private void writeRecord(JsonGenerator json) throws IOException {
        json.writeStringField("eventVersion", event.version());
        json.writeStringField("eventSource", "aws:s3");
        json.writeStringField("awsRegion", EmbeddedS3.REGION);
        json.writeStringField("eventTime", now());
        json.writeStringField("eventName", event.eventName());
        writeNested(json, "userIdentity", "principalId", "AWS:EMBEDDED");
        writeNested(json, "requestParameters", "sourceIPAddress", "127.0.0.1");
        json.writeObjectFieldStart("responseElements");
        json.writeStringField("x-amz-request-id", "EMBEDDED");
        json.writeStringField("x-amz-id-2", "embedded");
        json.writeEndObject();
        json.writeObjectFieldStart("s3");
        json.writeStringField("s3SchemaVersion", "1.0");
        json.writeStringField("configurationId", "embedded");
        writeBucket(json);
        writeObject(json);
        json.writeEndObject();
    }

    private void writeBucket(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("bucket");
        json.writeStringField("name", call.bucket());
        writeNested(json, "ownerIdentity", "principalId", "EMBEDDED");
        json.writeStringField("arn", "arn:aws:s3:::" + call.bucket());
        json.writeEndObject();
    }

    private void writeObject(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("object");
        json.writeStringField("key", UrlCoding.encodeForm(call.key()));
        // A tagging event has neither size nor sequencer.
        if (event != ObjectEvent.TAGGING_PUT) {
            json.writeNumberField("size", Long.parseLong(object.getSize()));
        }
        json.writeStringField("eTag", WriteConditions.unquoted(object.getEtag()));
        if (version.isPresent()) {
            json.writeStringField("versionId", version.get());
        }
        if (event != ObjectEvent.TAGGING_PUT) {
            json.writeStringField("sequencer", String.format("%018X", sequence));
        }
        json.writeEndObject();
    }

    private static void writeNested(JsonGenerator json, String outer, String inner, String value) throws IOException {
        json.writeObjectFieldStart(outer);
        json.writeStringField(inner, value);
        json.writeEndObject();
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static String write(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            content.writeTo(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** The fields of a message. */
    private interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }
}
