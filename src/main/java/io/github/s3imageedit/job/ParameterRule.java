package io.github.s3imageedit.job;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An API field that an upload may set, and the form of its value. What depends on the model is the endpoint's to judge,
 * whose refusal is free; here is only what holds for every model. The order is that of the API's own example.
 *
 * <p>Source: Lumenfall's and OpenAI's reference of {@code POST /images/edits}.
 */
enum ParameterRule {
    MODEL("model", "\\P{Cntrl}+", "a model's name, such as gemini-3-pro-image"),
    PROMPT("prompt", "(?s).+", "words"),
    COUNT("n", "[1-9]|10", "a whole number from 1 to 10"),
    SIZE(
            "size",
            "[1-9][0-9]{0,4}x[1-9][0-9]{0,4}|[1-9][0-9]{0,2}:[1-9][0-9]{0,2}|auto",
            "a size such as 1024x1536, a ratio such as 16:9, or auto"),
    ASPECT_RATIO("aspect_ratio", "[1-9][0-9]{0,3}:[1-9][0-9]{0,3}|auto", "a ratio such as 16:9, or auto"),
    RESOLUTION("resolution"),
    QUALITY("quality"),
    SCALE_FACTOR(
            "scale_factor",
            "0*[1-9][0-9]{0,2}(\\.[0-9]{1,6})?|0?\\.0*[1-9][0-9]{0,5}",
            "a number above 0, such as 2 or 1.5"),
    RESPONSE_FORMAT("response_format", "url|b64_json", "url or b64_json"),
    OUTPUT_FORMAT("output_format", "png|jpeg|webp|gif|avif", "png, jpeg, webp, gif or avif"),
    OUTPUT_COMPRESSION("output_compression", "[0-9]|[1-9][0-9]|100", "a whole number from 0 to 100"),
    BACKGROUND("background", "transparent|opaque|auto", "transparent, opaque or auto"),
    MODERATION("moderation", "low|auto", "low or auto"),
    INPUT_FIDELITY("input_fidelity", "high|low", "high or low"),
    STYLE("style"),
    SEED("seed", "-?[0-9]{1,19}", "a whole number"),
    NEGATIVE_PROMPT("negative_prompt", "(?s).+", "words"),
    USER("user");

    private static final List<ParameterRule> ALL = List.of(values());

    private final String field;
    private final Pattern form;
    private final String expected;

    ParameterRule(String field) {
        this(field, "\\P{Cntrl}+", "one line of text");
    }

    ParameterRule(String field, String form, String expected) {
        this.field = field;
        this.form = Pattern.compile(form);
        this.expected = expected;
    }

    static Optional<ParameterRule> of(String name) {
        return ALL.stream().filter(rule -> rule.field.equals(name)).findFirst();
    }

    /** The place of a field in the form; passed-through ones come last. */
    static int position(String name) {
        return of(name).map(Enum::ordinal).orElse(ALL.size());
    }

    static List<String> fields() {
        return ALL.stream().map(rule -> rule.field).toList();
    }

    /** Whether a value is of its parameter's form; passed-through ones have none. */
    static boolean accepts(String name, String value) {
        return of(name).map(rule -> rule.accepts(value)).orElse(true);
    }

    boolean accepts(String value) {
        return form.matcher(value).matches();
    }

    /** What is wrong with a value, if anything. */
    Optional<Fault> faultOf(String value) {
        return accepts(value) ? Optional.empty() : Optional.of(Fault.badParameter(field, expected, value));
    }
}
