package io.github.s3imageedit.testing.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lambda's side of its Runtime API, for one function process at a time.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Using the Lambda runtime API</a>
 */
public final class RuntimeApi implements AutoCloseable {
    private static final String INVOCATION = "/2018-06-01/runtime/invocation/";
    private static final String INIT_ERROR = "/2018-06-01/runtime/init/error";
    private static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:test";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingDeque<Pending> waiting = new LinkedBlockingDeque<>();
    private final Map<String, Pending> open = new ConcurrentHashMap<>();
    private final AtomicInteger processes = new AtomicInteger();
    private final HttpServer server;
    private volatile Optional<Invocation> ended = Optional.empty();

    private RuntimeApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(INVOCATION, this::serveInvocation);
        server.createContext(INIT_ERROR, this::serveInitError);
        server.start();
    }

    public static RuntimeApi start() {
        try {
            return new RuntimeApi();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** What {@code AWS_LAMBDA_RUNTIME_API} shall say. */
    public String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Hands the event to the function and waits; {@code timeout} is also the deadline that the function is told. */
    public Invocation invoke(String eventJson, Duration timeout) {
        Pending pending = new Pending(
                UUID.randomUUID().toString(), eventJson, Instant.now().plus(timeout), new CompletableFuture<>());
        open.put(pending.id(), pending);
        waiting.addLast(pending);
        ended.ifPresent(pending.end()::complete);
        try {
            return pending.end().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return new Invocation.TimedOut();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Invocation.TimedOut();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            waiting.remove(pending);
            open.remove(pending.id());
        }
    }

    void processStarted() {
        processes.incrementAndGet();
        ended = Optional.empty();
    }

    void processEnded(int exit) {
        processes.incrementAndGet();
        Invocation end = ended.orElseGet(() -> new Invocation.Died(exit));
        ended = Optional.of(end);
        open.values().forEach(pending -> pending.end().complete(end));
    }

    private void serveInvocation(HttpExchange exchange) throws IOException {
        List<String> path = List.of(exchange.getRequestURI()
                .getPath()
                .substring(INVOCATION.length())
                .split("/", -1));
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        switch (path.get(path.size() - 1)) {
            case "next" -> serveNext(exchange);
            case "response" -> settle(exchange, path.get(0), new Invocation.Returned(body));
            case "error" -> settle(exchange, path.get(0), ErrorJson.read(body));
            default -> reply(exchange, 404, "");
        }
    }

    private void serveNext(HttpExchange exchange) throws IOException {
        int process = processes.get();
        try {
            while (processes.get() == process) {
                Optional<Pending> next = Optional.ofNullable(waiting.pollFirst(50, TimeUnit.MILLISECONDS));
                // The process that asked may have died since; the event is for the next one.
                if (next.isPresent() && processes.get() != process) {
                    waiting.addFirst(next.get());
                } else if (next.isPresent()) {
                    send(exchange, next.get());
                    return;
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private static void send(HttpExchange exchange, Pending pending) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Lambda-Runtime-Aws-Request-Id", pending.id());
        headers.set(
                "Lambda-Runtime-Deadline-Ms", Long.toString(pending.deadline().toEpochMilli()));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", ARN);
        // Lambda's runtime client 2.9.0 crashes without it.
        headers.set("Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000;Sampled=0");
        reply(exchange, 200, pending.event());
    }

    private void settle(HttpExchange exchange, String id, Invocation end) throws IOException {
        Optional.ofNullable(open.get(id)).ifPresent(pending -> pending.end().complete(end));
        reply(exchange, 202, "{\"status\":\"OK\"}");
    }

    private void serveInitError(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        ended = Optional.of(ErrorJson.read(body));
        reply(exchange, 202, "{\"status\":\"OK\"}");
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** An event on its way to the function, and the end that its sender waits for. */
    private record Pending(String id, String event, Instant deadline, CompletableFuture<Invocation> end) {}
}
