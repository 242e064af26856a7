package io.github.s3imageedit.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.s3imageedit.app.SignedRequests.Answer;
import io.github.s3imageedit.app.SignedRequests.Question;
import io.github.s3imageedit.job.Deadline;
import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.pipeline.Redelivery;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SQS's {@code ChangeMessageVisibilityBatch}, a signed request for ten messages at a time.
 *
 * <p>Source: SQS API reference, "ChangeMessageVisibilityBatch".
 */
final class SignedQueue implements Redelivery {
    private static final Logger LOG = LoggerFactory.getLogger(SignedQueue.class);
    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern ARN = Pattern.compile("arn:[^:]+:sqs:([a-z0-9-]+):([0-9]+):([A-Za-z0-9_.-]+)");
    private static final int MOST_MESSAGES = 10;

    /** What is shorter would count as none, and none as endless. */
    private static final Duration LEAST_PATIENCE = Duration.ofMillis(1);

    private final AwsSettings aws;
    private final SignedRequests requests;
    private final InstantSource clock;

    SignedQueue(AwsSettings aws, SignedRequests requests, InstantSource clock) {
        this.aws = aws;
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public void delay(String queue, Map<String, Duration> delays, Duration patience) {
        Matcher arn = ARN.matcher(queue);
        if (!arn.matches()) {
            LOG.warn(
                    "messages come again when the queue's own visibility timeout ends: \"{}\" is no queue's ARN",
                    ObjectRef.visible(queue));
            return;
        }
        Deadline deadline = Deadline.in(patience, clock);
        List<Map.Entry<String, Duration>> entries = new ArrayList<>(delays.entrySet());
        int from = 0;
        for (Duration left = deadline.remaining();
                from < entries.size() && left.compareTo(LEAST_PATIENCE) >= 0;
                left = deadline.remaining()) {
            int to = Math.min(from + MOST_MESSAGES, entries.size());
            change(arn, entries.subList(from, to), left);
            from = to;
        }
        if (from < entries.size()) {
            warn(entries.size() - from, arn.group(3), "no time is left to ask SQS");
        }
    }

    private void change(Matcher arn, List<Map.Entry<String, Duration>> delays, Duration patience) {
        String region = arn.group(1);
        URI endpoint = aws.sqsEndpoint().orElseGet(() -> AwsSettings.endpoint("sqs", region));
        String url = endpoint.toString().replaceFirst("/+$", "") + "/" + arn.group(2) + "/" + arn.group(3);
        try {
            Answer answer = requests.ask(
                    new Question(
                            endpoint,
                            region,
                            "sqs",
                            "1.0",
                            "AmazonSQS.ChangeMessageVisibilityBatch",
                            question(url, delays)),
                    patience);
            String refusal = refusal(answer);
            if (!refusal.isEmpty()) {
                String advice =
                        refusal.contains("AccessDenied") ? "; the function needs sqs:ChangeMessageVisibility" : "";
                warn(delays.size(), arn.group(3), "SQS answered " + refusal + advice);
            }
        } catch (IOException | RuntimeException e) {
            warn(
                    delays.size(),
                    arn.group(3),
                    "SQS gave no answer (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static void warn(int messages, String queue, String reason) {
        LOG.warn(
                "{} messages of {} come again when the queue's own visibility timeout ends: {}",
                messages,
                queue,
                reason);
    }

    private static String question(String url, List<Map.Entry<String, Duration>> delays) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("QueueUrl", url);
            json.writeArrayFieldStart("Entries");
            for (int number = 0; number < delays.size(); number++) {
                json.writeStartObject();
                json.writeStringField("Id", Integer.toString(number));
                json.writeStringField("ReceiptHandle", delays.get(number).getKey());
                json.writeNumberField(
                        "VisibilityTimeout", delays.get(number).getValue().toSeconds());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    /** What SQS objects to, for all messages or for some; empty if to nothing. */
    private static String refusal(Answer answer) throws IOException {
        List<String> codes = answer.status() == 200 ? codes(answer) : codesIfAny(answer);
        boolean refused = answer.status() != 200 || !codes.isEmpty();
        return refused ? (answer.status() + " " + String.join(", ", codes)).strip() : "";
    }

    /** Errors may come from in between, as HTML. */
    private static List<String> codesIfAny(Answer answer) throws IOException {
        try {
            return codes(answer);
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }

    private static List<String> codes(Answer answer) throws IOException {
        List<String> codes = new ArrayList<>();
        try (JsonParser json = JSON.createParser(answer.body())) {
            while (json.nextToken() != null) {
                boolean code = json.currentToken() == JsonToken.FIELD_NAME
                        && ("__type".equals(json.currentName()) || "Code".equals(json.currentName()));
                if (code) {
                    codes.add(ObjectRef.visible(String.valueOf(json.nextTextValue()))
                            .replaceFirst("^.*#", ""));
                }
            }
        }
        return codes;
    }
}
