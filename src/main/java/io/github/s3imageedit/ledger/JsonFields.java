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
            JsonFields fields = object(json);
            if (json.nextToken() != null) {
                throw new IOException("more than one JSON object");
            }
            return fields;
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
                values.put(name, new Objects(list(json)));
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
        return value(name, String.class);
    }

    String required(String name) {
        return text(name).orElseThrow(() -> missing(name));
    }

    long number(String name) {
        return Long.parseLong(required(name));
    }

    /** A number of things. */
    int count(String name) {
        int count = Integer.parseInt(required(name));
        if (count < 0) {
            throw new IllegalArgumentException("negative field " + name);
        }
        return count;
    }

    boolean truth(String name) {
        return switch (required(name)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false: field " + name);
        };
    }

    JsonFields object(String name) {
        return optionalObject(name).orElseThrow(() -> missing(name));
    }

    Optional<JsonFields> optionalObject(String name) {
        return value(name, JsonFields.class);
    }

    List<JsonFields> list(String name) {
        return value(name, Objects.class).orElseThrow(() -> missing(name)).all();
    }

    /** What is there, but not as it should be, must not pass for missing. */
    private <T> Optional<T> value(String name, Class<T> type) {
        Optional<Object> value = Optional.ofNullable(values.get(name));
        if (value.filter(found -> !type.isInstance(found)).isPresent()) {
            throw new IllegalArgumentException("another type of field " + name);
        }
        return value.map(type::cast);
    }

    private static IllegalArgumentException missing(String name) {
        return new IllegalArgumentException("no field " + name);
    }

    private record Objects(List<JsonFields> all) {}
}
