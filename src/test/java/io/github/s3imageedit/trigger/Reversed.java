package io.github.s3imageedit.trigger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The same JSON with the fields of every object in the opposite order. */
final class Reversed {
    private Reversed() {}

    static String of(String text) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(text)) {
            json.nextToken();
            return value(json);
        }
    }

    private static String value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> list(json);
            case VALUE_STRING -> Shapes.quoted(json.getText());
            default -> json.getText();
        };
    }

    private static String object(JsonParser json) throws IOException {
        List<String> fields = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = Shapes.quoted(json.currentName());
            json.nextToken();
            fields.addFirst(name + ":" + value(json));
        }
        return "{" + String.join(",", fields) + "}";
    }

    private static String list(JsonParser json) throws IOException {
        List<String> values = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(json));
        }
        return "[" + String.join(",", values) + "]";
    }
}
