package io.github.s3imageedit.testing.endpoint;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a valid form asks for. */
record EditOrder(
        FormPart picture,
        Optional<FormPart> mask,
        String model,
        String prompt,
        int count,
        String size,
        double scaleFactor,
        String format,
        boolean inline) {
    private static final Pattern DIMENSIONS = Pattern.compile("([0-9]+)x([0-9]+)");

    static EditOrder of(Dialect dialect, FormFields fields) {
        String responseFormat = fields.text("response_format").orElse(dialect.linksByDefault() ? "url" : "b64_json");
        return new EditOrder(
                fields.images().getFirst(),
                fields.mask(),
                fields.text("model").orElse(""),
                fields.text("prompt").orElse(""),
                fields.text("n").map(Integer::parseInt).orElse(1),
                fields.text("size").orElse("auto"),
                fields.text("scale_factor").map(Double::parseDouble).orElse(1.0),
                fields.text("output_format").orElse("png"),
                responseFormat.equals("b64_json"));
    }

    Optional<Dimensions> exactSize() {
        Matcher exact = DIMENSIONS.matcher(size);
        return exact.matches()
                ? Optional.of(new Dimensions(Integer.parseInt(exact.group(1)), Integer.parseInt(exact.group(2))))
                : Optional.empty();
    }

    /** The forced one, else the one that Lumenfall's examples show. */
    String provider() {
        int slash = model.indexOf('/');
        return slash < 0 ? "vertex" : model.substring(0, slash);
    }

    String executedModel() {
        return provider() + "/" + model.substring(model.indexOf('/') + 1);
    }
}
