package io.github.s3imageedit.edit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One page of Lumenfall's list of requests.
 *
 * @param records the plain values of each, newest first
 * @param next the address of the next page, where there is one
 */
record RequestPage(List<Map<String, String>> records, Optional<String> next) {
    private static final JsonFactory JSON = new JsonFactory();

    /** @throws IOException where this is no such page */
    static RequestPage read(InputStream stream) throws IOException {
        try {
            return parsed(stream);
        } catch (JsonProcessingException e) {
            throw new IOException("what it sent is no list of requests", e);
        }
    }

    private static RequestPage parsed(InputStream stream) throws IOException {
        List<Map<String, String>> records = new ArrayList<>();
        Optional<String> next = Optional.empty();
        try (JsonParser json = JSON.createParser(stream)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(json, "not a JSON object");
            }
            boolean isList = false;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (name.equals("data") && value == JsonToken.START_ARRAY) {
                    isList = true;
                    readRecords(json, records);
                } else if (name.equals("next_page_url") && value == JsonToken.VALUE_STRING) {
                    next = Optional.of(json.getText());
                } else {
                    json.skipChildren();
                }
            }
            if (!isList) {
                throw new JsonParseException(json, "no list of requests");
            }
        }
        return new RequestPage(records, next);
    }

    private static void readRecords(JsonParser json, List<Map<String, String>> records) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(json, "no list of requests");
            }
            Map<String, String> record = new HashMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                    record.put(name, json.getText());
                } else {
                    json.skipChildren();
                }
            }
            records.add(record);
        }
    }
}
