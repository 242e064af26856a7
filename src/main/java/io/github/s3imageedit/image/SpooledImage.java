package io.github.s3imageedit.image;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;

/**
 * A received picture in Lambda's temporary storage, where it rests until it is stored. Its owner closes it; a killed
 * process leaves nothing behind, for the file has no name any more while it is open.
 */
public final class SpooledImage implements ImageContent, Closeable {
    private final FileChannel file;
    private final long length;
    private final String sha256;
    private final SpoolPlace place;
    private final Optional<ImageHeader> header;

    SpooledImage(FileChannel file, long length, String sha256, SpoolPlace place) throws IOException {
        this.file = file;
        this.length = length;
        this.sha256 = sha256;
        this.place = place;
        this.header = readHeader();
    }

    private Optional<ImageHeader> readHeader() throws IOException {
        try (InputStream stream = open()) {
            return ImageHeaders.read(stream);
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    /** What the bytes are; empty where they are no picture. */
    public Optional<ImageHeader> header() {
        return header;
    }

    public String sha256() {
        return sha256;
    }

    @Override
    public long length() {
        return length;
    }

    /**
     * The type by the first bytes.
     *
     * @throws IllegalStateException if they are no picture: see {@link #header}
     */
    @Override
    public ImageType type() {
        return header.orElseThrow(() -> new IllegalStateException("not a picture"))
                .type();
    }

    @Override
    public InputStream open() {
        return new FromStart();
    }

    @Override
    public void close() throws IOException {
        try {
            file.close();
        } finally {
            place.leave();
        }
    }

    /** Reads by position, so that several streams can read the one file side by side. */
    private final class FromStart extends InputStream {
        private long position;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int count) throws IOException {
            int read = file.read(ByteBuffer.wrap(buffer, offset, count), position);
            position += Math.max(read, 0);
            return read;
        }
    }
}
