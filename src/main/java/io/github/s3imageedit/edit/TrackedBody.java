package io.github.s3imageedit.edit;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** Knows whether a request's body was possibly received in full: then a missing answer may have been paid for. */
final class TrackedBody extends HttpEntityWrapper {
    private final Runnable beforeLastBytes;
    private final BooleanSupplier cancelled;
    private volatile boolean possiblySent;

    /**
     * Tracks a body.
     *
     * @param beforeLastBytes runs once, and by an exception keeps them from being sent
     * @param cancelled whether its request has been given up: what is written then goes nowhere
     */
    TrackedBody(HttpEntity body, Runnable beforeLastBytes, BooleanSupplier cancelled) {
        super(body);
        this.beforeLastBytes = beforeLastBytes;
        this.cancelled = cancelled;
    }

    boolean wasPossiblySent() {
        return possiblySent;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        OutputStream tracked = new Tracking(out, getContentLength());
        super.writeTo(tracked);
        tracked.flush();
    }

    private final class Tracking extends FilterOutputStream {
        private long remaining;

        Tracking(OutputStream out, long length) {
            super(out);
            this.remaining = length;
        }

        @Override
        public void write(int one) throws IOException {
            count(1);
            out.write(one);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            count(length);
            out.write(bytes, offset, length);
        }

        /** Counts before the bytes leave: whether the last ones arrived, nobody can tell. */
        private void count(int bytes) throws IOException {
            stopIfCancelled();
            remaining -= bytes;
            if (remaining <= 0 && !possiblySent) {
                beforeLastBytes.run();
                stopIfCancelled();
                possiblySent = true;
            }
        }

        private void stopIfCancelled() throws IOException {
            if (cancelled.getAsBoolean()) {
                throw new InterruptedIOException("given up before the body was sent in full");
            }
        }
    }
}
