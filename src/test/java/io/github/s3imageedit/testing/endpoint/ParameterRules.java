package io.github.s3imageedit.testing.endpoint;

import java.util.Optional;
import java.util.regex.Pattern;

/** What the text fields of a form may say. */
final class ParameterRules {
    private static final int MAX_PROMPT = 32_000;
    private static final String DIMENSIONS = "[1-9][0-9]{1,4}x[1-9][0-9]{1,4}";
    private static final String RATIO = "[1-9][0-9]?:[1-9][0-9]?";
    private static final String WHOLE_PERCENT = "0|[1-9][0-9]?|100";

    private final Dialect dialect;
    private final FormFields fields;

    ParameterRules(Dialect dialect, FormFields fields) {
        this.dialect = dialect;
        this.fields = fields;
    }

    void check() throws Refusal {
        checkModel();
        checkPrompt();
        checkForm("n", "[1-9]|10");
        checkForm("size", dialect.likeOpenAi() ? "auto|" + DIMENSIONS : "auto|" + DIMENSIONS + "|" + RATIO);
        checkForm("aspect_ratio", "auto|" + RATIO);
        checkForm("resolution", "auto|0\\.5K|[1248]K");
        checkForm("quality", "auto|low|medium|high|standard|hd");
        checkForm("output_format", dialect.likeOpenAi() ? "png|jpeg|webp" : "png|jpeg|gif|webp|avif");
        checkForm("output_compression", WHOLE_PERCENT);
        checkForm("scale_factor", "[1-9][0-9]?(\\.[0-9]{1,3})?");
        checkForm("background", "transparent|opaque|auto");
        checkForm("moderation", "low|auto");
        checkForm("input_fidelity", "high|low");
        checkForm("style", "vivid|natural");
        checkForm("seed", "-?[0-9]{1,18}");
        checkResponseFormat();
    }

    private void checkModel() throws Refusal {
        String model = fields.text("model").orElse("");
        if (model.isEmpty()) {
            throw Refusal.invalid("model", "`model` is required.");
        }
        if (!KnownModels.knows(dialect, model)) {
            throw Refusal.of(ErrorCode.MODEL_NOT_FOUND, "model", "The model '" + model + "' does not exist.");
        }
    }

    private void checkPrompt() throws Refusal {
        Optional<String> prompt = fields.text("prompt");
        boolean upscales = fields.text("scale_factor").isPresent();
        if (prompt.isPresent() ? prompt.get().isBlank() : !upscales) {
            throw Refusal.invalid("prompt", "`prompt` is required and must not be blank.");
        }
        if (prompt.filter(text -> text.codePointCount(0, text.length()) > MAX_PROMPT)
                .isPresent()) {
            throw Refusal.invalid("prompt", "expected string to have <=" + MAX_PROMPT + " characters");
        }
    }

    private void checkResponseFormat() throws Refusal {
        boolean gpt = dialect == Dialect.AZURE
                || KnownModels.isGpt(fields.text("model").orElse(""));
        if (dialect.likeOpenAi() && gpt && fields.text("response_format").isPresent()) {
            throw Refusal.of(ErrorCode.UNKNOWN_PARAMETER, "response_format", "Unknown parameter: 'response_format'.");
        }
        checkForm("response_format", "url|b64_json");
    }

    private void checkForm(String name, String form) throws Refusal {
        Optional<String> value = fields.text(name);
        if (value.isPresent() && !Pattern.matches(form, value.get())) {
            throw Refusal.invalid(name, "Invalid value for `" + name + "`: '" + value.get() + "'.");
        }
    }
}
