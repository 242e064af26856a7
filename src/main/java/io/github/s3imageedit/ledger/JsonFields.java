package io.github.s3imageedit.ledger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON object's fields: scalars as their text, objects as fields, arrays of objects as lists of them. */
record JsonFields(Map<String, Object> values) {
    private static final JsonFactory JSON = new JsonFactory();

    static JsonFields read(String text) throws IOException {
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no JSON object");
            }
            return object(json);
        }
    }

    private static JsonFields object(JsonParser json) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            if (token == JsonToken.START_OBJECT) {
                values.put(name, object(json));
            } else if (token == JsonToken.START_ARRAY) {
                values.put(name, list(json));
            } else if (token != JsonToken.VALUE_NULL) {
                values.put(name, json.getText());
            }
        }
        return new JsonFields(values);
    }

    private static List<JsonFields> list(JsonParser json) throws IOException {
        List<JsonFields> objects = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw new IOException("no list of objects");
            }
            objects.add(object(json));
        }
        return objects;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    String required(String name) {
        return text(name).orElseThrow(() -> new IllegalArgumentException("no field " + name));
    }

    long number(String name) {
        return Long.parseLong(required(name));
    }

    Optional<JsonFields> object(String name) {
        return Optional.ofNullable(values.get(name))
                .filter(JsonFields.class::isInstance)
                .map(JsonFields.class::cast);
    }

    List<JsonFields> list(String name) {
        List<JsonFields> list = new ArrayList<>();
        if (values.get(name) instanceof List<?> found) {
            found.forEach(value -> list.add((JsonFields) value));
        }
        return list;
    }
}
