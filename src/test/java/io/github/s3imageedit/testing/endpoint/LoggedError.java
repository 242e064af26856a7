package io.github.s3imageedit.testing.endpoint;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Why a call was not completed, as the request log has it. */
record LoggedError(String code, String message) {
    /** What a status says of itself. */
    static Optional<LoggedError> usual(RequestStatus status) {
        return switch (status) {
            case COMPLETED, PENDING, PROCESSING, CANCELLED -> Optional.empty();
            case UPSTREAM_FAILURE -> Optional.of(new LoggedError("UPSTREAM_ERROR", "scripted"));
            case REJECTED -> Optional.of(new LoggedError("INVALID_REQUEST", "scripted"));
        };
    }

    /** The one that an error body names, nested or flat; empty where it is none. */
    static Optional<LoggedError> in(String body) {
        Map<String, String> texts = texts(body);
        return Optional.ofNullable(texts.getOrDefault("code", texts.get("error_code")))
                .map(code -> new LoggedError(code, texts.getOrDefault("message", "")));
    }

    private static Map<String, String> texts(String body) {
        Map<String, String> texts = new HashMap<>();
        try (JsonParser json = JsonText.FACTORY.createParser(body)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING && json.currentName() != null) {
                    texts.put(json.currentName(), json.getText());
                }
            }
        } catch (IOException noJson) {
            // A page of HTML, say.
            return Map.of();
        }
        return texts;
    }
}
