package io.github.s3imageedit.testing.endpoint;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Accepts connections, a virtual thread for each, and drops them all when closed. */
final class Listener implements AutoCloseable {
    private static final int BACKLOG = 128;
    private static final int SECONDS_TO_STOP = 2;

    private final StandInState state;
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private Listener(StandInState state, ServerSocket server) {
        this.state = state;
        this.server = server;
    }

    static Listener start(StandInState state) throws IOException {
        InetAddress address = InetAddress.getByName(state.settings().host());
        Listener listener =
                new Listener(state, new ServerSocket(state.settings().port(), BACKLOG, address));
        listener.threads.execute(listener::acceptAll);
        return listener;
    }

    int port() {
        return server.getLocalPort();
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                threads.execute(() -> converse(socket));
            } catch (IOException closed) {
                // The only way out of accept is close.
                return;
            }
        }
    }

    private void converse(Socket socket) {
        try (Wire wire = new Wire(socket)) {
            state.stages().reached(Stage.CONNECTED, 0);
            new Conversation(state, wire).run();
        } catch (IOException ended) {
            // A cut of ours or the client's; both are recorded where they matter.
            state.settings().lines().accept("connection: " + ended);
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
        try {
            // Those that still write files must not write into a deleted folder.
            if (!threads.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                state.settings().lines().accept("a connection did not end in time");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
