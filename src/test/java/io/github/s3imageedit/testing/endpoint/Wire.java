package io.github.s3imageedit.testing.endpoint;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** One client's connection. */
final class Wire implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SURPLUS_GLANCE = Duration.ofMillis(5);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Wire(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        this.out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
    }

    Optional<RequestHead> nextHead() throws IOException, Refusal {
        return new HeadReader(in).read();
    }

    BodyInput body(RequestHead head, long length) throws IOException {
        return body(head, length, () -> {});
    }

    BodyInput body(RequestHead head, long length, Runnable midway) throws IOException {
        if (head.wantsContinue()) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        return new BodyInput(in, length, midway);
    }

    /** Whether bytes follow that no Content-Length announced: nobody asks again before the answer. */
    boolean hasSurplus() throws IOException {
        socket.setSoTimeout((int) SURPLUS_GLANCE.toMillis());
        in.mark(1);
        try {
            boolean surplus = in.read() >= 0;
            in.reset();
            return surplus;
        } catch (SocketTimeoutException | SocketException quietOrGone) {
            // A client that is gone has sent its whole body all the same.
            return false;
        } finally {
            socket.setSoTimeout((int) PATIENCE.toMillis());
        }
    }

    void send(Reply reply) throws IOException {
        send(reply, Progress.unheard());
    }

    void send(Reply reply, Progress progress) throws IOException {
        out.write(ReplyHead.text(reply).getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        progress.begun().run();
        long half = reply.length().orElse(0) / 2;
        reply.body().writeTo(new MidwayStream(out, half, progress.midway()));
        out.flush();
        progress.done().run();
    }

    /** As much of the head as makes the status readable, then the end. */
    void sendHalfAHead(Reply reply) throws IOException {
        String head = ReplyHead.text(reply);
        out.write(head.substring(0, head.indexOf('\n') + 8).getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        throw new ConnectionCut("in the reply's head");
    }

    /** Lets the last reply arrive: closing with unread bytes would reset the connection and lose it. */
    void linger() throws IOException {
        socket.shutdownOutput();
        socket.setSoTimeout((int) FAREWELL.toMillis());
        long until = System.nanoTime() + FAREWELL.toNanos();
        byte[] ignored = new byte[BUFFER];
        int count = 0;
        while (count >= 0 && System.nanoTime() < until) {
            count = in.read(ignored);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
