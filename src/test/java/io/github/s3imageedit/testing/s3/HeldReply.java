package io.github.s3imageedit.testing.s3;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** A reply whose body is held back, so that it can still be changed. */
final class HeldReply extends HttpServletResponseWrapper {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final PrintWriter writer = new PrintWriter(body, false, StandardCharsets.UTF_8);

    HeldReply(HttpServletResponse response) {
        super(response);
    }

    boolean succeeded() {
        return getStatus() / 100 == 2;
    }

    byte[] body() {
        writer.flush();
        return body.toByteArray();
    }

    void send() throws IOException {
        send(body());
    }

    void send(byte[] bytes) throws IOException {
        // Without a body, what S3Mock said about the length stands: a reply to HEAD has one.
        if (bytes.length > 0) {
            getResponse().setContentLength(bytes.length);
            getResponse().getOutputStream().write(bytes);
        }
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new Target(body);
    }

    @Override
    public PrintWriter getWriter() {
        return writer;
    }

    @Override
    public void reset() {
        super.reset();
        body();
        body.reset();
    }

    @Override
    public void flushBuffer() {
        // Nothing leaves before send().
    }

    @Override
    public void sendError(int status) {
        setStatus(status);
    }

    @Override
    public void sendError(int status, String message) {
        setStatus(status);
    }

    /** Memory in the servlet's clothes. */
    private static final class Target extends ServletOutputStream {
        private final ByteArrayOutputStream bytes;

        private Target(ByteArrayOutputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public void write(int octet) {
            bytes.write(octet);
        }

        @Override
        public void write(byte[] source, int offset, int length) {
            bytes.write(source, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("S3Mock writes with blocking calls");
        }
    }
}
