package io.github.s3imageedit.edit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The plain values of a reply, by their path: {@code metadata/cost}. Numbers stay the text that they were, for money must
 * not pass through a binary float.
 */
final class ReplyFields {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MAX_FIELDS = 500;
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final Map<String, String> values = new HashMap<>();
    private Optional<String> usage = Optional.empty();

    /** Takes in one top-level field; the parser stands on its value, and afterwards on the value's end. */
    void read(String name, JsonParser json) throws IOException {
        if (name.equals("usage") && json.currentToken() == JsonToken.START_OBJECT) {
            usage = Optional.of(copy(json));
            return;
        }
        if (json.currentToken() != JsonToken.START_OBJECT) {
            take(name, json);
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String path = name + "/" + json.currentName();
            json.nextToken();
            take(path, json);
        }
    }

    private void take(String path, JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL && values.size() < MAX_FIELDS) {
            values.put(path, json.getText());
        } else {
            json.skipChildren();
        }
    }

    private static String copy(JsonParser json) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            int depth = 0;
            do {
                JsonToken token = json.currentToken();
                if (token.isNumeric()) {
                    generator.writeNumber(json.getText());
                } else {
                    generator.copyCurrentEvent(json);
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            } while (depth > 0 && json.nextToken() != null);
        }
        return text.toString();
    }

    /** The error, nested as at OpenAI or flat as at some gateways; empty where the reply tells none. */
    Optional<EndpointError> error(int status) {
        Optional<String> code = value("error/code").or(() -> value("error_code"));
        Optional<String> type = value("error/type");
        Optional<String> message =
                value("error/message").or(() -> value("error")).or(() -> value("error_message"));
        boolean failed = status / 100 != 2 && !Failures.isOpen(status);
        Optional<String> words =
                message.or(() -> failed ? value("message").or(() -> value("detail")) : Optional.empty());
        Optional<String> name =
                code.or(() -> failed ? value("code") : Optional.empty()).or(() -> type);
        return words.isPresent() || name.isPresent()
                ? Optional.of(new EndpointError(status, name, words))
                : Optional.empty();
    }

    ReplyFacts facts(Optional<String> requestId, String costPath) {
        return new ReplyFacts(
                requestId.or(() -> value("id")),
                value("created").filter(text -> INTEGER.matcher(text).matches()).map(Long::valueOf),
                value("size"),
                value("output_format"),
                value("metadata/model").or(() -> value("model")),
                value("metadata/executed_model"),
                value("metadata/provider"),
                value("metadata/provider_name"),
                value(costPath).filter(ReplyFields::isNumber),
                value("metadata/cost_currency"),
                usage);
    }

    /** Whether a text may stand in JSON as a number. */
    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** A value that says something. */
    private Optional<String> value(String path) {
        return Optional.ofNullable(values.get(path)).filter(text -> !text.isBlank());
    }
}
