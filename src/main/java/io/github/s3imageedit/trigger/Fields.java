package io.github.s3imageedit.trigger;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The wanted texts of a JSON object, by their paths ({@code detail.bucket.name}); all else is read past, and so is a wanted
 * one that is no text.
 */
final class Fields {
    static final Fields NONE = new Fields();

    private final Map<String, String> texts = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private Optional<String> twice = Optional.empty();

    private Fields() {}

    /** Reads a value that is no text, as it is met on the way. */
    @FunctionalInterface
    interface Nested {
        void read(JsonParser json) throws IOException;
    }

    /**
     * Reads the object that the parser is at the beginning of, to its end.
     *
     * @param wanted paths of texts
     * @param nested paths of values that somebody else reads
     */
    static Fields read(JsonParser json, Set<String> wanted, Map<String, Nested> nested) throws IOException {
        Fields fields = new Fields();
        fields.readObject(json, "", wanted, nested);
        return fields;
    }

    private void readObject(JsonParser json, String above, Set<String> wanted, Map<String, Nested> nested)
            throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String path = above + json.currentName();
            JsonToken value = json.nextToken();
            Nested reader = nested.get(path);
            if (reader != null) {
                note(path, value);
                reader.read(json);
            } else if (wanted.contains(path)) {
                note(path, value);
                if (value == JsonToken.VALUE_STRING) {
                    texts.put(path, json.getText());
                }
            } else if (value == JsonToken.START_OBJECT && leads(path + ".", wanted, nested)) {
                readObject(json, path + ".", wanted, nested);
            }
            json.skipChildren();
        }
    }

    private static boolean leads(String beginning, Set<String> wanted, Map<String, Nested> nested) {
        return wanted.stream().anyMatch(path -> path.startsWith(beginning))
                || nested.keySet().stream().anyMatch(path -> path.startsWith(beginning));
    }

    private void note(String path, JsonToken value) {
        if (value != JsonToken.VALUE_NULL && !seen.add(path)) {
            twice = Optional.of(path);
        }
    }

    /** The text at a path; empty texts are none. */
    Optional<String> text(String path) {
        return Optional.ofNullable(texts.get(path)).filter(text -> !text.isEmpty());
    }

    boolean has(String path) {
        return seen.contains(path);
    }

    boolean is(String path, String text) {
        return text.equals(texts.get(path));
    }

    /** A path that is there twice, so that two readers could understand the object differently. */
    Optional<String> twice() {
        return twice;
    }

    /** @throws UnknownEventException if anything is there twice */
    void requireOnce() {
        if (twice.isPresent()) {
            throw new UnknownEventException("the event has \"" + twice.get() + "\" twice");
        }
    }
}
