package io.github.s3imageedit.permission;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.s3imageedit.permission.SeenCall.Resource;
import io.github.s3imageedit.testing.endpoint.StandInSettings;
import io.github.s3imageedit.testing.s3.S3Call;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** SSM and SQS on this machine: every parameter holds a key, every visibility changes, and every call is told. */
final class AwsRecorder implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BiConsumer<String, SeenCall> seen;

    /** @param seen takes the access key that signed, and the call */
    AwsRecorder(BiConsumer<String, SeenCall> seen) throws IOException {
        this.seen = seen;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /** The settings by which the functions call here. */
    Map<String, String> settings() {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of("AWS_ENDPOINT_URL_SSM", url, "AWS_ENDPOINT_URL_SQS", url);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
            JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
            String signer = S3Call.signer(exchange.getRequestHeaders().getFirst("Authorization"));
            seen.accept(signer, call(target, body));
            byte[] answer = answer(target).getBytes(UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static SeenCall call(String target, JsonNode body) {
        return switch (target) {
            case "AmazonSSM.GetParameter" ->
                new SeenCall(
                        body.at("/WithDecryption").asBoolean() ? "ssm:GetParameter" : "ssm:GetParameter undecrypted",
                        Resource.PARAMETER,
                        body.at("/Name").asString());
            // The batch has no permission of its own. Source: service authorization reference, "Amazon SQS".
            case "AmazonSQS.ChangeMessageVisibilityBatch" ->
                new SeenCall("sqs:ChangeMessageVisibility", Resource.QUEUE, "");
            default -> new SeenCall(target, Resource.QUEUE, "");
        };
    }

    private static String answer(String target) {
        return target.startsWith("AmazonSSM")
                ? "{\"Parameter\":{\"Value\":\"" + StandInSettings.DEFAULT_KEY + "\"}}"
                : "{\"Successful\":[],\"Failed\":[]}";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
