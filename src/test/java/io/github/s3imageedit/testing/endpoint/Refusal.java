package io.github.s3imageedit.testing.endpoint;

import java.util.Optional;

/** The stand-in will not have this request: one error reply, nothing billed. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final String parameter;

    private Refusal(ErrorCode code, String parameter, String message) {
        super(message);
        this.code = code;
        this.parameter = parameter;
    }

    static Refusal of(ErrorCode code, String message) {
        return new Refusal(code, "", message);
    }

    static Refusal of(ErrorCode code, String parameter, String message) {
        return new Refusal(code, parameter, message);
    }

    static Refusal invalid(String message) {
        return of(ErrorCode.INVALID_REQUEST, message);
    }

    static Refusal invalid(String parameter, String message) {
        return of(ErrorCode.INVALID_REQUEST, parameter, message);
    }

    ErrorCode code() {
        return code;
    }

    Optional<String> parameter() {
        return parameter.isEmpty() ? Optional.empty() : Optional.of(parameter);
    }

    String message() {
        return String.valueOf(getMessage());
    }
}
