package io.github.s3imageedit.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An object's bytes on their way; closed early, the connection is cut instead of read to its end. */
final class ObjectStream extends FilterInputStream {
    private final Runnable cut;
    private long remaining;

    /** @param length as the answer declares it: what has been read so far needs no look for an end */
    ObjectStream(InputStream bytes, long length, Runnable cut) {
        super(bytes);
        this.remaining = length;
        this.cut = cut;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? read : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(read);
        return read;
    }

    private void count(int read) {
        remaining = read < 0 ? 0 : remaining - read;
    }

    @Override
    public void close() throws IOException {
        if (remaining > 0) {
            cut.run();
        }
        super.close();
    }
}
