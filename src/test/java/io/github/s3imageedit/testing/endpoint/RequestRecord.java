package io.github.s3imageedit.testing.endpoint;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One call in Lumenfall's request log.
 *
 * @param createdAt when the call's head arrived, in whole milliseconds
 * @param duration empty until the reply is decided
 */
record RequestRecord(
        String id,
        String endpoint,
        Optional<String> model,
        Optional<String> user,
        Optional<String> traceId,
        Instant createdAt,
        long requestSize,
        Verdict verdict,
        Optional<Duration> duration) {
    RequestRecord with(Verdict other, Optional<Duration> otherDuration) {
        return new RequestRecord(id, endpoint, model, user, traceId, createdAt, requestSize, other, otherDuration);
    }

    void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField("model", model.orElse(null));
        json.writeStringField("endpoint", endpoint);
        json.writeStringField("status", verdict.status().spelling());
        json.writeFieldName("cost");
        writeNumber(json, verdict.cost());
        json.writeStringField("currency", "usd");
        json.writeStringField(
                "error_code", verdict.error().map(LoggedError::code).orElse(null));
        json.writeStringField(
                "error_message", verdict.error().map(LoggedError::message).orElse(null));
        json.writeStringField("trace_id", traceId.orElse(null));
        json.writeStringField("user", user.orElse(null));
        json.writeStringField("created_at", createdAt.toString());
        json.writeFieldName("duration_ms");
        writeNumber(json, duration.map(time -> Long.toString(time.toMillis())));
        json.writeNumberField("request_size_bytes", requestSize);
        json.writeEndObject();
    }

    /** Digit for digit. */
    private static void writeNumber(JsonGenerator json, Optional<String> number) throws IOException {
        if (number.isPresent()) {
            json.writeNumber(number.get());
        } else {
            json.writeNull();
        }
    }
}
