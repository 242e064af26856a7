package io.github.s3imageedit.testing.endpoint;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a reply's body, the same bytes every time it is asked to. */
interface ReplyBody {
    void writeTo(OutputStream out) throws IOException;

    static ReplyBody text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return out -> out.write(bytes);
    }

    static ReplyBody file(Path file) {
        return out -> Files.copy(file, out);
    }

    /** A beginning, then the same filling for ever. */
    static ReplyBody endless(String beginning, char filling) {
        byte[] block = String.valueOf(filling).repeat(8192).getBytes(StandardCharsets.UTF_8);
        return out -> {
            out.write(beginning.getBytes(StandardCharsets.UTF_8));
            while (!Thread.currentThread().isInterrupted()) {
                out.write(block);
            }
        };
    }

    /** Writes it once into nothing: the pictures stay on the disk. */
    default long countBytes() {
        Counter counter = new Counter();
        try {
            writeTo(counter);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return counter.count;
    }

    /** Counts and forgets. */
    final class Counter extends FilterOutputStream {
        private long count;

        Counter() {
            super(OutputStream.nullOutputStream());
        }

        @Override
        public void write(int single) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }
}
