package io.github.s3imageedit.testing.endpoint;

import java.io.IOException;

/** The client hung up before it had sent what its Content-Length promised. */
final class IncompleteBody extends IOException {
    private static final long serialVersionUID = 1;

    IncompleteBody(long missing) {
        super("the body ended " + missing + " bytes early");
    }
}
