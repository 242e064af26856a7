package io.github.s3imageedit.edit;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An error as the endpoint tells it. Its message may quote the prompt: it goes into sidecars, not into logs.
 *
 * @param code the endpoint's own, or ours where it gave none
 */
public record EndpointError(int status, Optional<String> code, Optional<String> message) {
    private static final Pattern LOGGABLE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    static EndpointError of(int status, String code, String message) {
        return new EndpointError(status, Optional.of(code), Optional.of(message));
    }

    /** A code for logs: endpoints may put anything there, the prompt and line breaks too. */
    public static String loggable(String code) {
        return LOGGABLE.matcher(code).matches() ? code : "unreadable";
    }

    /** The form for logs. */
    @Override
    public String toString() {
        return "status " + status
                + code.map(found -> ", code " + loggable(found)).orElse("");
    }
}
