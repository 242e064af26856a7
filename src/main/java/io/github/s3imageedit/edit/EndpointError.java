package io.github.s3imageedit.edit;

import java.util.Optional;

/**
 * An error as the endpoint tells it. Its message may quote the prompt: it goes into sidecars, not into logs.
 *
 * @param code the endpoint's own, or ours where it gave none
 */
public record EndpointError(int status, Optional<String> code, Optional<String> message) {

    static EndpointError of(int status, String code, String message) {
        return new EndpointError(status, Optional.of(code), Optional.of(message));
    }

    /** The form for logs. */
    @Override
    public String toString() {
        return "status " + status + code.map(found -> ", code " + found).orElse("");
    }
}
