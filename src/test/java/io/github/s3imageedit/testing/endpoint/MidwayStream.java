package io.github.s3imageedit.testing.endpoint;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Stops once, with exactly so many bytes flushed, however they are written. */
final class MidwayStream extends FilterOutputStream {
    private final Runnable midway;
    private long left;

    /** Never stops where there is no byte before the stop. */
    MidwayStream(OutputStream out, long bytesBefore, Runnable midway) {
        super(out);
        this.left = bytesBefore;
        this.midway = midway;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int before = (int) Math.min(length, left);
        out.write(bytes, offset, before);
        left -= before;
        if (before > 0 && left == 0) {
            out.flush();
            midway.run();
        }
        out.write(bytes, offset + before, length - before);
    }
}
