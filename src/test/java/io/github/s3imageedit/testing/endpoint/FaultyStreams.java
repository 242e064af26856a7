package io.github.s3imageedit.testing.endpoint;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Streams that carry a body otherwise than they should. */
final class FaultyStreams {
    private FaultyStreams() {}

    /** Cuts the connection after so many bytes. */
    static OutputStream cutAfter(long bytes, OutputStream out) {
        return new Limited(out, bytes, true);
    }

    /** Swallows everything after so many bytes. */
    static OutputStream truncatedAfter(long bytes, OutputStream out) {
        return new Limited(out, bytes, false);
    }

    /** Sends byte by byte, with a pause after each. */
    static OutputStream dripping(Duration interval, OutputStream out) {
        return new Dripping(out, interval);
    }

    private static final class Limited extends FilterOutputStream {
        private final boolean cuts;
        private long left;

        Limited(OutputStream out, long bytes, boolean cuts) {
            super(out);
            this.left = bytes;
            this.cuts = cuts;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int allowed = (int) Math.min(length, left);
            out.write(bytes, offset, allowed);
            left -= allowed;
            if (cuts && left == 0) {
                out.flush();
                throw new ConnectionCut("in the reply's body");
            }
        }
    }

    private static final class Dripping extends FilterOutputStream {
        private final Duration interval;

        Dripping(OutputStream out, Duration interval) {
            super(out);
            this.interval = interval;
        }

        @Override
        public void write(int single) throws IOException {
            out.write(single);
            out.flush();
            Pauses.sleep(interval);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int index = offset; index < offset + length; index++) {
                write(bytes[index]);
            }
        }
    }

    /** A chunk for every write; {@link #end} says that it was the last. */
    static final class Chunked extends FilterOutputStream {
        Chunked(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (length > 0) {
                frame(Integer.toHexString(length) + "\r\n");
                out.write(bytes, offset, length);
                frame("\r\n");
            }
        }

        void end() throws IOException {
            frame("0\r\n\r\n");
        }

        private void frame(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void close() {
            // The connection is not ours to close.
        }
    }
}
