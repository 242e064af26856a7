package io.github.s3imageedit.trigger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.pipeline.Errand;
import io.github.s3imageedit.pipeline.Outcome;
import io.github.s3imageedit.pipeline.Outcome.Unavailable;
import io.github.s3imageedit.trigger.LambdaEvent.QueueMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A batch of messages on its way: what they name, what became of it, and which of them have to come again. */
final class BatchRun {
    private static final Logger LOG = LoggerFactory.getLogger(BatchRun.class);
    private static final JsonFactory JSON = new JsonFactory();

    private final List<Errand> errands = new ArrayList<>();
    /** Whose errand each of them is. */
    private final List<QueueMessage> askers = new ArrayList<>();

    private final Set<String> failed = new LinkedHashSet<>();
    private final Map<String, Map<String, Duration>> delays = new LinkedHashMap<>();
    private boolean allFailed;

    BatchRun(List<QueueMessage> messages) {
        // In a FIFO queue nothing of a group may overtake a message that cannot be read.
        Set<String> heldUp = new HashSet<>();
        for (QueueMessage message : messages) {
            if (message.group().filter(heldUp::contains).isPresent()) {
                LOG.warn("{}: handed back: an earlier one of its group cannot be read", message);
                setAside(message);
            } else if (!read(message)) {
                setAside(message);
                message.group().ifPresent(heldUp::add);
            }
        }
    }

    /** Whether a message can be read. One that cannot stays with the queue, which sets it aside after so many tries. */
    private boolean read(QueueMessage message) {
        try {
            String body = message.body()
                    .orElseThrow(() -> new UnknownEventException("it is not a message of SQS, or has no body"));
            List<Mention> mentions = EventReader.mentions(body, 1);
            if (mentions.isEmpty()) {
                LOG.info("{}: tells of nothing that was created or tagged", message);
            }
            for (Mention mention : mentions) {
                errands.add(errand(message, mention));
                askers.add(message);
            }
            return true;
        } catch (UnknownEventException e) {
            LOG.error("{}: handed back, nothing was done for it: {}", message, e.getMessage());
            return false;
        }
    }

    private static Errand errand(QueueMessage message, Mention mention) {
        return message.group()
                .map(group -> new Errand(mention.readings(), group, true))
                .orElseGet(() -> Errand.of(mention.readings()));
    }

    List<Errand> errands() {
        return List.copyOf(errands);
    }

    /** @param outcomes one for each errand */
    void end(List<Outcome> outcomes) {
        // What comes first decides: a message is one thing to the queue.
        Map<QueueMessage, Duration> again = new LinkedHashMap<>();
        for (int number = 0; number < outcomes.size(); number++) {
            QueueMessage message = askers.get(number);
            if (outcomes.get(number) instanceof Unavailable end) {
                Duration time = Delays.of(end, message.receiveCount());
                ObjectRef object = errands.get(number).object();
                // Why, the pipeline has said.
                LOG.warn("{}: {}: comes again in {} s", message, object, time.toSeconds());
                again.merge(message, time, BinaryOperator.minBy(Comparator.naturalOrder()));
            }
        }
        again.forEach(this::handBack);
    }

    /** What cannot be read is not worth another try of all the others. */
    private void setAside(QueueMessage message) {
        if (message.id().isEmpty()) {
            LOG.error("{}: dropped", message);
        } else {
            handBack(message, Delays.UNREADABLE);
        }
    }

    private void handBack(QueueMessage message, Duration time) {
        if (message.id().isEmpty()) {
            // Whoever sent it cannot be told of it alone.
            allFailed = true;
            return;
        }
        failed.add(message.id());
        Optional<String> receipt =
                message.receipt().filter(handle -> !message.queue().isEmpty());
        receipt.ifPresent(handle -> delays.computeIfAbsent(message.queue(), queue -> new LinkedHashMap<>())
                .put(handle, time));
    }

    /** By queue, of which a batch has one, and receipt handle. */
    Map<String, Map<String, Duration>> delays() {
        return Map.copyOf(delays);
    }

    /**
     * Writes {@code {"batchItemFailures":[{"itemIdentifier":id}]}}, with an empty list where everything is decided.
     *
     * @throws HandedBackException if a message without an id was not decided
     */
    void writeTo(OutputStream reply) throws IOException {
        if (allFailed) {
            throw new HandedBackException("a message without an id has to come again, and with it all others");
        }
        try (JsonGenerator json = JSON.createGenerator(reply)) {
            json.writeStartObject();
            json.writeArrayFieldStart("batchItemFailures");
            for (String id : failed) {
                json.writeStartObject();
                json.writeStringField("itemIdentifier", id);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
