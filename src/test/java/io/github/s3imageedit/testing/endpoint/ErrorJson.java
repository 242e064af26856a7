package io.github.s3imageedit.testing.endpoint;

/** Error bodies, in the documented envelope and in the flat one. */
final class ErrorJson {
    private ErrorJson() {}

    static String nested(String message, String type, String code, String parameter) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeObjectFieldStart("error");
            json.writeStringField("message", message);
            json.writeStringField("type", type);
            json.writeStringField("code", code);
            if (parameter.isEmpty()) {
                json.writeNullField("param");
            } else {
                json.writeStringField("param", parameter);
            }
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    static String flat(String code, String message) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringField("error_code", code);
            json.writeStringField("message", message);
            json.writeEndObject();
        });
    }

    static String of(Refusal refusal, Dialect dialect) {
        return nested(
                refusal.message(),
                refusal.code().type(),
                refusal.code().spelling(dialect),
                refusal.parameter().orElse(""));
    }
}
