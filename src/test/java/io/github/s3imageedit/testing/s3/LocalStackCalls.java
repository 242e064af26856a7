package io.github.s3imageedit.testing.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** LocalStack by plain requests: it checks no signatures, and the SDK's modules but S3's are not among our dependencies. */
public final class LocalStackCalls {
    /** Whose everything is in LocalStack. */
    public static final String ACCOUNT = "000000000000";

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI endpoint;
    private final String region;

    LocalStackCalls(URI endpoint, String region) {
        this.endpoint = endpoint;
        this.region = region;
    }

    String arn(String service, String name) {
        return String.join(":", "arn", "aws", service, region, ACCOUNT, name);
    }

    /** A call of a service that speaks JSON; its reply is empty where this thread is interrupted. */
    public JsonNode json(String service, String target, Map<String, ?> parameters) {
        String reply = send(request(service, "/", "application/x-amz-json-1.0", JSON.writeValueAsString(parameters))
                .header("X-Amz-Target", target)
                .build());
        return reply.isEmpty() ? JSON.createObjectNode() : JSON.readTree(reply);
    }

    /** A call of a service that still speaks forms; its reply is XML. */
    public String form(String service, Map<String, String> parameters) {
        String form = parameters.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                request(service, "/", "application/x-www-form-urlencoded", form).build());
    }

    /** An invocation of a function; {@code Event} does not wait for its end. */
    public JsonNode invoke(String function, String type, String event) {
        String path = "/2015-03-31/functions/" + URLEncoder.encode(function, UTF_8) + "/invocations";
        String reply = send(request("lambda", path, "application/json", event)
                .header("X-Amz-Invocation-Type", type)
                .build());
        return reply.isEmpty() ? JSON.createObjectNode() : JSON.readTree(reply);
    }

    /** What is to become of events that a function fails for, when nobody waits. */
    public void whenItFails(String function, String qualifier, Map<String, ?> configuration) {
        String path = "/2019-09-25/functions/" + function + "/event-invoke-config?Qualifier=" + qualifier;
        String body = JSON.writeValueAsString(configuration);
        send(request("lambda", path, "application/json", body)
                .PUT(BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String service, String path, String type, String body) {
        return HttpRequest.newBuilder(endpoint.resolve(path))
                .header("Content-Type", type)
                // LocalStack takes account, region and service from here.
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=test/20260101/" + region + "/" + service
                                + "/aws4_request, SignedHeaders=host, Signature=0")
                .POST(BodyPublishers.ofString(body));
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> reply = http.send(request, BodyHandlers.ofString());
            if (reply.statusCode() / 100 != 2) {
                throw new IllegalStateException("LocalStack answers " + reply.statusCode() + ": " + reply.body());
            }
            return reply.body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
