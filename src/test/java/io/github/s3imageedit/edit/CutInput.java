package io.github.s3imageedit.edit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** A text, then the end of the connection. */
final class CutInput extends SequenceInputStream {
    CutInput(String text) {
        super(new ByteArrayInputStream(text.getBytes(UTF_8)), new Broken());
    }

    private static final class Broken extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("connection reset");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return read();
        }
    }
}
