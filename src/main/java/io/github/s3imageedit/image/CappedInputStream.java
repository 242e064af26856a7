package io.github.s3imageedit.image;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails when a stream runs past its limit, which may be raised and lowered on the way. */
public final class CappedInputStream extends FilterInputStream {
    private final String name;
    private long remaining;

    /**
     * Caps a stream.
     *
     * @param name says in the error what was too long
     */
    public CappedInputStream(InputStream stream, long maxBytes, String name) {
        super(stream);
        this.name = name;
        this.remaining = maxBytes;
    }

    /** Allows so many bytes more, or fewer. */
    public void allow(long bytes) {
        remaining += bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            remaining -= count;
            if (remaining < 0) {
                throw new TooLargeException(name + " runs past its limit");
            }
        }
        return count;
    }

    /** Reads, so that what is skipped counts, too. */
    @Override
    public long skip(long count) throws IOException {
        return readNBytes(Math.clamp(count, 0, 8192)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
