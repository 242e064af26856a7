package io.github.s3imageedit.result;

import java.util.Locale;
import java.util.Optional;

/**
 * Why there is no edited picture, in words for a person.
 *
 * @param hint what to do
 * @param status the endpoint's, where it gave one
 */
public record SidecarError(String code, String message, String hint, Optional<Integer> status, Blame fault) {

    /** Whose fault it is. */
    public enum Blame {
        UPLOAD,
        SERVICE;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
