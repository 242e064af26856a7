package io.github.s3imageedit.testing.endpoint;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code traceparent} of a request, whether it has W3C's form or not: the header is optional, so nobody refuses it. */
record TraceParent(String text) {
    private static final Pattern FORM = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");
    private static final Pattern ZEROS = Pattern.compile("0+");

    /** Several are kept as the one field that they amount to, which has no valid form. */
    static Optional<TraceParent> of(Headers headers) {
        List<String> values = headers.all("traceparent");
        return values.isEmpty() ? Optional.empty() : Optional.of(new TraceParent(String.join(", ", values)));
    }

    /** Empty where the form is wrong. */
    Optional<String> traceId() {
        Matcher form = FORM.matcher(text);
        return form.matches() && !isZero(form.group(1)) && !isZero(form.group(2))
                ? Optional.of(form.group(1))
                : Optional.empty();
    }

    private static boolean isZero(String digits) {
        return ZEROS.matcher(digits).matches();
    }
}
