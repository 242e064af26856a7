package io.github.s3imageedit.testing.endpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A request body of declared length; says when half is read; remembers how it began, for assertions on the wire's text. */
final class BodyInput extends InputStream {
    private static final int REMEMBERED = 16 * 1024;

    private final InputStream in;
    private final ByteArrayOutputStream opening = new ByteArrayOutputStream();
    private final Runnable midway;
    private final long secondHalf;
    private long left;

    BodyInput(InputStream in, long length, Runnable midway) {
        this.in = in;
        this.midway = midway;
        this.secondHalf = length - length / 2;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        // Never across the middle: who listens there must find no more read than half.
        long untilStop = left > secondHalf ? left - secondHalf : left;
        int count = receive(target, offset, (int) Math.min(length, untilStop));
        if (count < 0) {
            throw new IncompleteBody(left);
        }
        left -= count;
        opening.write(target, offset, Math.min(count, REMEMBERED - opening.size()));
        if (count > 0 && left == secondHalf && left > 0) {
            midway.run();
        }
        return count;
    }

    private int receive(byte[] target, int offset, int length) throws IOException {
        try {
            return in.read(target, offset, length);
        } catch (SocketException | SocketTimeoutException gone) {
            return -1;
        }
    }

    /** The first 16 KB, a character per byte. */
    String opening() {
        return opening.toString(StandardCharsets.ISO_8859_1);
    }

    boolean complete() {
        return left == 0;
    }

    void drain() throws IOException {
        transferTo(OutputStream.nullOutputStream());
    }
}
