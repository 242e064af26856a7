package io.github.s3imageedit.testing.s3;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** LocalStack's SQS by plain requests: it checks no signatures, and the SDK's module is not among our dependencies. */
final class LocalStackQueues {
    private static final JsonFactory JSON = new JsonFactory();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI endpoint;
    private final String region;

    LocalStackQueues(URI endpoint, String region) {
        this.endpoint = endpoint;
        this.region = region;
    }

    Queue create(String name) {
        List<String> urls = valuesOf(call("CreateQueue", Map.of("QueueName", name)), "QueueUrl");
        return new Queue(urls.get(0), "arn:aws:sqs:" + region + ":000000000000:" + name);
    }

    private String call(String action, Map<String, String> parameters) {
        HttpRequest request = HttpRequest.newBuilder(endpoint.resolve("/"))
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "AmazonSQS." + action)
                // LocalStack takes account and region from here.
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=test/20260101/" + region
                                + "/sqs/aws4_request, SignedHeaders=host, Signature=0")
                .POST(HttpRequest.BodyPublishers.ofString(json(parameters)))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return "{}";
        }
    }

    private static String json(Map<String, String> fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, String> field : fields.entrySet()) {
                json.writeStringField(field.getKey(), field.getValue());
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static List<String> valuesOf(String text, String name) {
        List<String> values = new ArrayList<>();
        try (JsonParser json = JSON.createParser(text)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING && name.equals(json.currentName())) {
                    values.add(json.getText());
                }
            }
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
        return values;
    }

    /** One queue that the tests read empty. */
    final class Queue {
        private final String url;
        private final String arn;

        private Queue(String url, String arn) {
            this.url = url;
            this.arn = arn;
        }

        String arn() {
            return arn;
        }

        /** Runs until the returned action. */
        Runnable drainInto(Consumer<String> consumer) {
            Thread thread = Thread.ofVirtual().name("queue-" + arn).start(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    receive().forEach(consumer);
                }
            });
            return thread::interrupt;
        }

        private List<String> receive() {
            String reply = call("ReceiveMessage", Map.of("QueueUrl", url));
            valuesOf(reply, "ReceiptHandle")
                    .forEach(handle -> call("DeleteMessage", Map.of("QueueUrl", url, "ReceiptHandle", handle)));
            return valuesOf(reply, "Body");
        }
    }
}
