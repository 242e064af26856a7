package io.github.s3imageedit.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What a sidecar that stands says of its edit.
 *
 * @param keys of the pictures; empty where there are none
 * @param objection why there is no picture, and what to do, in sentences
 */
public record SidecarFacts(List<String> keys, Optional<String> objection) {
    private static final JsonFactory JSON = new JsonFactory();

    public SidecarFacts {
        keys = List.copyOf(keys);
    }

    /** Reads a sidecar; empty where it is none. */
    static Optional<SidecarFacts> read(String sidecar) {
        List<String> keys = new ArrayList<>();
        Map<String, String> error = new HashMap<>();
        Optional<String> status = Optional.empty();
        try (JsonParser json = JSON.createParser(sidecar)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "status" -> status = Optional.ofNullable(json.getText());
                    case "outputs" -> texts(json, "key", (key, value) -> keys.add(value));
                    case "error" -> texts(json, "", error::put);
                    default -> json.skipChildren();
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return status.map(
                word -> new SidecarFacts(keys, word.equals("succeeded") ? Optional.empty() : objection(error)));
    }

    private static Optional<String> objection(Map<String, String> error) {
        String sentences = error.getOrDefault("message", "") + " " + error.getOrDefault("hint", "");
        return Optional.of(error.getOrDefault("code", "failed") + ": " + sentences.strip());
    }

    /** The texts in a value, of one name or of any, on whatever level. */
    private static void texts(JsonParser json, String wanted, BiConsumer<String, String> found) throws IOException {
        int depth = json.currentToken().isStructStart() ? 1 : 0;
        while (depth > 0) {
            JsonToken token = json.nextToken();
            if (token == null) {
                return;
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            String name = String.valueOf(json.currentName());
            if (token == JsonToken.VALUE_STRING && (wanted.isEmpty() || wanted.equals(name))) {
                found.accept(name, json.getText());
            }
        }
    }
}
