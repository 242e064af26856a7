package io.github.s3imageedit.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import io.github.s3imageedit.pipeline.EditCrew;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The queue's door, and what it asks of the queue. */
final class QueueDoor {
    private static final Pattern REPLY = Pattern.compile("\\{\"batchItemFailures\":\\[(.*)]}");
    private static final Pattern FAILURE = Pattern.compile("\\{\"itemIdentifier\":\"([^\"]*)\"},?");

    private final EditCrew crew;
    private final Context context;
    private final List<Delay> delays = new ArrayList<>();

    QueueDoor(LookingStore store) {
        this(store.crew(), new FixedContext());
    }

    QueueDoor(EditCrew crew, Context context) {
        this.crew = crew;
        this.context = context;
    }

    /** One call for one queue. */
    record Delay(String queue, Map<String, Duration> byReceipt, Duration patience) {}

    String reply(String event) throws IOException {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        new QueueHandler(
                        crew,
                        (queue, byReceipt, patience) ->
                                delays.add(new Delay(queue, new LinkedHashMap<>(byReceipt), patience)))
                .handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), reply, context);
        return reply.toString(UTF_8);
    }

    /** The ids of the messages that a batch has to come again for. */
    List<String> failures(String... messages) throws IOException {
        Matcher reply = REPLY.matcher(reply(Shapes.batch(messages)));
        if (!reply.matches()) {
            throw new AssertionError("no batch response");
        }
        return FAILURE.matcher(reply.group(1))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    List<Delay> delays() {
        return List.copyOf(delays);
    }
}
