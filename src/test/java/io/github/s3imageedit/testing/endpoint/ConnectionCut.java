package io.github.s3imageedit.testing.endpoint;

import java.io.IOException;

/** A scripted fault: whoever serves the connection closes it at once. */
final class ConnectionCut extends IOException {
    private static final long serialVersionUID = 1;

    ConnectionCut(String where) {
        super("cut " + where);
    }
}
