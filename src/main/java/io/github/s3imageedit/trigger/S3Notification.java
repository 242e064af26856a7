package io.github.s3imageedit.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An S3 event notification, read by streaming: what is not needed is skipped, and no class is bound.
 *
 * <p>Source: S3 user guide, "Event message structure".
 *
 * @param uploads created and newly tagged objects; other events are left out
 */
record S3Notification(List<UploadEvent> uploads) {
    private static final JsonFactory JSON = new JsonFactory();

    S3Notification {
        uploads = List.copyOf(uploads);
    }

    /** @throws UnknownEventException if it is no S3 event */
    static S3Notification read(InputStream event) throws IOException {
        try (JsonParser json = JSON.createParser(event)) {
            boolean known = false;
            List<UploadEvent> uploads = new ArrayList<>();
            expect(json.nextToken() == JsonToken.START_OBJECT, "a JSON object");
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (name.equals("Records") && value == JsonToken.START_ARRAY) {
                    known = true;
                    readRecords(json, uploads);
                } else {
                    // S3 sends a test event when a notification is set up.
                    known |= name.equals("Event") && "s3:TestEvent".equals(json.getValueAsString());
                    json.skipChildren();
                }
            }
            expect(known, "\"Records\"");
            return new S3Notification(uploads);
        }
    }

    private static void readRecords(JsonParser json, List<UploadEvent> uploads) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json.currentToken() == JsonToken.START_OBJECT, "an object for each record");
            Builder record = new Builder();
            record.read(json);
            record.build().ifPresent(uploads::add);
        }
    }

    private static void expect(boolean found, String expected) {
        if (!found) {
            throw new UnknownEventException("not an S3 event: " + expected + " is missing");
        }
    }

    /** One record while it is read. */
    private static final class Builder {
        private @Nullable String source;
        private @Nullable String name;
        private @Nullable String time;
        private @Nullable String bucket;
        private @Nullable String key;
        private @Nullable String version;
        private @Nullable String etag;

        void read(JsonParser json) throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "eventSource" -> source = text(json);
                    case "eventName" -> name = text(json);
                    case "eventTime" -> time = text(json);
                    case "s3" -> readS3(json);
                    default -> json.skipChildren();
                }
            }
        }

        private void readS3(JsonParser json) throws IOException {
            expect(json.currentToken() == JsonToken.START_OBJECT, "the record's \"s3\"");
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String part = json.currentName();
                if (json.nextToken() != JsonToken.START_OBJECT) {
                    json.skipChildren();
                    continue;
                }
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String field = part + "." + json.currentName();
                    json.nextToken();
                    switch (field) {
                        case "bucket.name" -> bucket = text(json);
                        case "object.key" -> key = text(json);
                        case "object.versionId" -> version = text(json);
                        case "object.eTag" -> etag = text(json);
                        default -> json.skipChildren();
                    }
                }
            }
        }

        /** A text; values of other types are read past. */
        private static @Nullable String text(JsonParser json) throws IOException {
            String text = json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : null;
            json.skipChildren();
            return text;
        }

        Optional<UploadEvent> build() {
            expect(source == null || source.equals("aws:s3"), "a record from aws:s3");
            if (name == null) {
                throw new UnknownEventException("not an S3 event: a record has no \"eventName\"");
            }
            String event = name.replaceFirst("^s3:", "");
            if (!event.startsWith("ObjectCreated:") && !event.equals("ObjectTagging:Put")) {
                return Optional.empty();
            }
            if (bucket == null || bucket.isBlank() || key == null || key.isEmpty()) {
                throw new UnknownEventException("not an S3 event: a record names no bucket or no key");
            }
            ObjectRef object = new ObjectRef(bucket, decoded(key), filled(version));
            return Optional.of(new UploadEvent(object, filled(etag).map(tag -> tag.replace("\"", "")), instant(time)));
        }

        private static Optional<String> filled(@Nullable String text) {
            return Optional.ofNullable(text).filter(found -> !found.isEmpty());
        }

        /** Notifications carry keys form-encoded; one written by hand may not be, and then stands for itself. */
        private static String decoded(String key) {
            try {
                return URLDecoder.decode(key, UTF_8);
            } catch (IllegalArgumentException notEncoded) {
                return key;
            }
        }

        private static Optional<Instant> instant(@Nullable String time) {
            try {
                return Optional.ofNullable(time).map(Instant::parse);
            } catch (DateTimeParseException unreadable) {
                return Optional.empty();
            }
        }
    }
}
