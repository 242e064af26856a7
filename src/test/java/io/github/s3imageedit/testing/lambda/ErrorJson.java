package io.github.s3imageedit.testing.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The error that a function tells Lambda of. */
final class ErrorJson {
    private static final JsonFactory JSON = new JsonFactory();

    private ErrorJson() {}

    static Invocation.Failed read(String text) throws IOException {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser json = JSON.createParser(text)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING && json.currentName() != null) {
                    // The first is the error itself, later ones are its causes.
                    fields.putIfAbsent(json.currentName(), json.getText());
                }
            }
        }
        return new Invocation.Failed(fields.getOrDefault("errorType", ""), fields.getOrDefault("errorMessage", ""));
    }
}
