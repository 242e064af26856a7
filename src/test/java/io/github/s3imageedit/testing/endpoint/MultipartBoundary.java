package io.github.s3imageedit.testing.endpoint;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The boundary that a request's Content-Type names, by RFC 2046's grammar. */
final class MultipartBoundary {
    private static final String PLAIN = "[0-9A-Za-z'+_.-]{1,70}";
    private static final String QUOTED = "\"([0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-])\"";
    private static final Pattern CONTENT_TYPE = Pattern.compile(
            "multipart/form-data *; *(?:charset=[A-Za-z0-9-]+ *; *)?boundary=(?:(" + PLAIN + ")|" + QUOTED + ")"
                    + "(?: *; *charset=[A-Za-z0-9-]+)?",
            Pattern.CASE_INSENSITIVE);

    private MultipartBoundary() {}

    static String of(Headers headers) throws Refusal {
        List<String> types = headers.all("Content-Type");
        if (types.size() != 1 || !types.getFirst().regionMatches(true, 0, "multipart/form-data", 0, 19)) {
            throw Refusal.invalid("The request must be multipart/form-data.");
        }
        Matcher type = CONTENT_TYPE.matcher(types.getFirst());
        if (!type.matches()) {
            throw Refusal.invalid("Malformed boundary in Content-Type.");
        }
        return type.group(1) != null ? type.group(1) : type.group(2);
    }
}
