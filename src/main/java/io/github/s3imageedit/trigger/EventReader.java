package io.github.s3imageedit.trigger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.s3imageedit.job.ObjectRef;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises an event by streaming, and reads of it what the doors need; no class is bound.
 *
 * <p>Sources: S3 user guide, "Event message structure", "EventBridge event messages" and "Invoke AWS Lambda function"; Lambda
 * developer guide, "Using Lambda with Amazon SQS", "... SNS" and "Capturing records of Lambda asynchronous invocations"; SNS
 * developer guide, "Amazon SNS message and JSON formats".
 */
final class EventReader {
    private static final JsonFactory JSON = new JsonFactory();
    /** Envelopes within envelopes: a dead letter that failed again, of a message that came through a topic. */
    private static final int DEEPEST = 16;

    private static final Set<String> TEXTS = Set.of(
            "Event",
            "Type",
            "Message",
            "source",
            "detail-type",
            "time",
            "detail.bucket.name",
            "detail.object.key",
            "detail.object.etag",
            "detail.object.version-id",
            "invocationSchemaVersion",
            "invocationId");

    private final int depth;
    private final List<Fields> records = new ArrayList<>();
    private final List<Fields> tasks = new ArrayList<>();
    private final Map<String, String> arguments = new HashMap<>();
    private LambdaEvent.@Nullable Told inner;

    private EventReader(int depth) {
        this.depth = depth;
    }

    /**
     * Reads an event whole, whatever its shape.
     *
     * @throws UnknownEventException if it is none of those that this function takes
     */
    static LambdaEvent read(InputStream event) throws IOException {
        try (JsonParser json = JSON.createParser(event)) {
            return readWhole(json, 0);
        } catch (JsonProcessingException e) {
            throw notJson(e);
        } catch (CharConversionException e) {
            throw new UnknownEventException("the event is no text that can be read");
        }
    }

    /**
     * Reads what a message's text tells of uploads.
     *
     * @param depth of the message in others
     * @throws UnknownEventException if it tells of none
     */
    static List<Mention> mentions(String text, int depth) {
        try (JsonParser json = JSON.createParser(text)) {
            return told(readWhole(json, depth)).mentions();
        } catch (JsonProcessingException e) {
            throw notJson(e);
        } catch (IOException e) {
            throw new IllegalStateException("a text cannot fail", e);
        }
    }

    private static LambdaEvent readWhole(JsonParser json, int depth) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new UnknownEventException("the event is no JSON object");
        }
        LambdaEvent event = new EventReader(depth).readObject(json);
        if (json.nextToken() != null) {
            throw new UnknownEventException("the event does not end where its JSON object ends");
        }
        return event;
    }

    private static UnknownEventException notJson(JsonProcessingException e) {
        // The exception's own words may quote what the event holds.
        String place = e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
        return new UnknownEventException("the event is no JSON that can be read" + place);
    }

    /**
     * An event within a message.
     *
     * @throws UnknownEventException if its sender waits for a reply, which whoever sent the message would get instead
     */
    static LambdaEvent.Told told(LambdaEvent event) {
        return switch (event) {
            case LambdaEvent.Told told -> told;
            case LambdaEvent.QueueBatch other -> throw misplaced(other);
            case LambdaEvent.BatchJob other -> throw misplaced(other);
        };
    }

    private static UnknownEventException misplaced(LambdaEvent event) {
        return new UnknownEventException("a message holds " + event.name() + ", whose sender waits for a reply");
    }

    private LambdaEvent readObject(JsonParser json) throws IOException {
        if (depth > DEEPEST) {
            throw new UnknownEventException("the event is one within more than " + DEEPEST + " others");
        }
        Fields fields = Fields.read(
                json,
                TEXTS,
                Map.of(
                        "Records", values -> readAll(values, Records.TEXTS, records),
                        "tasks", values -> readAll(values, BatchJobs.TEXTS, tasks),
                        "job.userArguments", this::readArguments,
                        "requestPayload", this::readInner,
                        "detail.requestPayload", this::readInner));
        fields.requireOnce();
        return event(fields);
    }

    private LambdaEvent event(Fields fields) {
        if (inner != null) {
            return inner;
        }
        if (fields.has("Records")) {
            return Records.event(records, depth);
        }
        if (fields.has("invocationSchemaVersion")) {
            return BatchJobs.event(fields, arguments, tasks);
        }
        if (fields.has("detail-type")) {
            return EventBridgeEvents.event(fields);
        }
        if (fields.is("Type", "Notification") && fields.text("Message").isPresent()) {
            return new LambdaEvent.Notification(mentions(fields.text("Message").get(), depth + 1));
        }
        // S3 sends a test event when a notification is set up.
        if (fields.is("Event", "s3:TestEvent")) {
            return new LambdaEvent.Notification(List.of());
        }
        throw new UnknownEventException("the event is of no shape that this function takes: it has no \"Records\","
                + " \"detail-type\", \"invocationSchemaVersion\" or \"requestPayload\"");
    }

    private static void readAll(JsonParser json, Set<String> wanted, List<Fields> found) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new UnknownEventException("the event's \"" + json.currentName() + "\" is no list");
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            found.add(
                    json.currentToken() == JsonToken.START_OBJECT ? Fields.read(json, wanted, Map.of()) : Fields.NONE);
            json.skipChildren();
        }
    }

    private void readArguments(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                if (arguments.put(name, json.getText()) != null) {
                    throw new UnknownEventException(
                            "the job has the user argument \"" + ObjectRef.visible(name) + "\" twice");
                }
            }
            json.skipChildren();
        }
    }

    /** What Lambda keeps of a failed asynchronous invocation holds the event as it came. */
    private void readInner(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            if (inner != null) {
                throw new UnknownEventException("the event has \"requestPayload\" twice");
            }
            inner = told(new EventReader(depth + 1).readObject(json));
        } else {
            throw new UnknownEventException("the record of a failed invocation does not hold its event");
        }
    }
}
