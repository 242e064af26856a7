package io.github.s3imageedit.app;

import java.util.List;

/** Settings that the function cannot start with; says all that is wrong, by name. */
public final class InvalidSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidSettingsException(List<String> faults) {
        super("settings are missing or wrong:\n  - " + String.join("\n  - ", faults));
    }
}
