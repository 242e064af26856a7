package io.github.s3imageedit.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.s3imageedit.edit.ApiKeyUnavailableException;
import java.io.IOException;
import java.util.Optional;

/**
 * Where a key stands. No message and no cause quotes what was found: it is, or holds, a secret.
 *
 * @param parameter SSM's, which is the key alone
 * @param field of a JSON object, where the parameter is one
 */
record KeyPlace(String parameter, Optional<String> field) {
    private static final JsonFactory JSON = new JsonFactory();

    /** Reads {@code NAME} or {@code NAME#FIELD}; neither SSM nor Secrets Manager has names with a number sign. */
    static KeyPlace of(String text) {
        int sign = text.indexOf('#');
        return sign < 0
                ? new KeyPlace(text, Optional.empty())
                : new KeyPlace(text.substring(0, sign), Optional.of(text.substring(sign + 1)));
    }

    /** Whether nothing in it is empty or unreadable. */
    boolean isComplete() {
        return !parameter.isBlank()
                && field.filter(name -> name.isBlank() || name.matches("(?s).*\\p{Cntrl}.*"))
                        .isEmpty();
    }

    @Override
    public String toString() {
        return field.map(name -> "the field \"" + name + "\" of the parameter " + parameter)
                .orElse("the parameter " + parameter);
    }

    /**
     * Takes the key out of a parameter's value.
     *
     * @throws ApiKeyUnavailableException if it is not there
     */
    String key(String value) {
        String key = (field.isPresent() ? fieldOf(value, field.get()) : value).strip();
        if (field.isEmpty() && key.startsWith("{")) {
            throw new ApiKeyUnavailableException(
                    this + " holds JSON; name the field that holds the key, as " + parameter + "#field");
        }
        if (!key.matches("[\\x21-\\x7e]+")) {
            throw new ApiKeyUnavailableException(
                    this + " must hold the endpoint's key alone, one line of printable ASCII");
        }
        return key;
    }

    private String fieldOf(String value, String name) {
        Optional<String> found = Optional.empty();
        try (JsonParser json = JSON.createParser(value)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw notThere("is not to be had: the parameter holds no JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = json.currentName().equals(name);
                JsonToken token = json.nextToken();
                if (wanted) {
                    found = Optional.of(text(json, token, found));
                }
                json.skipChildren();
            }
            if (json.nextToken() != null) {
                throw notThere("is not to be had: the parameter holds more than one JSON object");
            }
        } catch (IOException quotingTheValue) {
            throw notThere("is not to be had: the parameter holds no JSON object");
        }
        return found.orElseThrow(() -> notThere("is missing"));
    }

    private String text(JsonParser json, JsonToken token, Optional<String> before) throws IOException {
        if (before.isPresent()) {
            throw notThere("stands there twice");
        }
        if (token != JsonToken.VALUE_STRING) {
            throw notThere("is no text");
        }
        return json.getText();
    }

    private ApiKeyUnavailableException notThere(String reason) {
        return new ApiKeyUnavailableException("EDIT_API_KEY_PARAMETER names a key that cannot be used: " + this + " "
                + reason + "; expected {\"" + field.orElse("") + "\": \"the key\"}");
    }
}
