package io.github.s3imageedit.app;

import java.io.IOException;

/** AWS Systems Manager's parameters. */
@FunctionalInterface
interface ParameterStore {
    /**
     * Reads a parameter, decrypted.
     *
     * @throws IOException if there was no answer, or one that says to try again
     * @throws RefusedException if there is no such parameter, or it may not be read
     */
    String read(String name) throws IOException;

    /** The parameter cannot be had, however often it is asked for. */
    final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }
}
