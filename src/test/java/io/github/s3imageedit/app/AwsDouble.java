package io.github.s3imageedit.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** A service of AWS's on this machine that answers as it is told, and remembers what it was asked. */
final class AwsDouble implements AutoCloseable {
    /** How an answer comes. */
    enum Manner {
        AT_ONCE,
        /** Not before the end. */
        HANGING,
        /** A byte now and then: never silent for long, and never at an end. */
        DRIPPING
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private volatile Manner manner = Manner.AT_ONCE;
    private volatile int status = 200;
    private volatile String answer;
    private volatile Headers headers = new Headers();
    private volatile String request = "";

    AwsDouble(String answer) throws IOException {
        this.answer = answer;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /** Requests signed by {@code AKIDEXAMPLE}, with the session token {@code token}. */
    static SignedRequests requests() {
        AwsSessionCredentials credentials = AwsSessionCredentials.create("AKIDEXAMPLE", "secret", "token");
        return new SignedRequests(StaticCredentialsProvider.create(credentials), new Timers());
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void answer(int otherStatus, String otherAnswer) {
        status = otherStatus;
        answer = otherAnswer;
    }

    void answer(Manner otherManner) {
        manner = otherManner;
    }

    List<String> bodies() {
        return bodies;
    }

    /** Those of the last request. */
    Headers headers() {
        return headers;
    }

    /** Method and path of the last one. */
    String request() {
        return request;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            headers = exchange.getRequestHeaders();
            request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            switch (manner) {
                case AT_ONCE -> send(exchange);
                case HANGING -> {
                    end.await();
                    send(exchange);
                }
                case DRIPPING -> drip(exchange);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(HttpExchange exchange) throws IOException {
        byte[] bytes = answer.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void drip(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.sendResponseHeaders(status, 0);
        while (!end.await(50, TimeUnit.MILLISECONDS)) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
