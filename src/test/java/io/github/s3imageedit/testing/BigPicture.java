package io.github.s3imageedit.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A valid PNG of an exact number of bytes, made while it is read, so that no test needs the memory.
 *
 * <p>The pixels are noise in stored blocks, one row to a chunk; a private chunk fills up what is left.
 */
public final class BigPicture {
    private static final int WIDTH = 4096;

    private final long length;

    private BigPicture(long length) {
        this.length = length;
    }

    /** From 100 KB up. */
    public static BigPicture ofBytes(long length) {
        if (length < 100_000) {
            throw new IllegalArgumentException("expected at least 100000 bytes, found " + length);
        }
        return new BigPicture(length);
    }

    public static BigPicture ofMegabytes(int megabytes) {
        return ofBytes(megabytes * 1024L * 1024L);
    }

    public long length() {
        return length;
    }

    public int width() {
        return WIDTH;
    }

    public int height() {
        return rows().height();
    }

    /** A fresh stream of the same bytes, every time. */
    public InputStream open() {
        return new PiecewiseInput(rows());
    }

    public void writeTo(OutputStream out) throws IOException {
        try (InputStream bytes = open()) {
            bytes.transferTo(out);
        }
    }

    public Path writeTo(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            writeTo(out);
        }
        return file;
    }

    private NoisePng rows() {
        return new NoisePng(WIDTH, length);
    }
}
