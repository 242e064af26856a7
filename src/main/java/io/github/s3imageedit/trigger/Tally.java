package io.github.s3imageedit.trigger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.pipeline.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Counts what became of an event's objects; the reply of the direct doors. */
final class Tally {
    private static final JsonFactory JSON = new JsonFactory();

    /** A message that is to be read, and that Lambda's interface takes. */
    private static final int MOST_NAMED = 10;

    private final List<String> handedBack = new ArrayList<>();
    private int edited;
    private int refused;
    private int skipped;

    void add(ObjectRef object, Outcome outcome) {
        switch (outcome) {
            case Outcome.Edited ignored -> edited++;
            case Outcome.Refused ignored -> refused++;
            case Outcome.Decided ignored -> skipped++;
            case Outcome.Skipped ignored -> skipped++;
            case Outcome.Unavailable unavailable -> handedBack.add(object + ": " + unavailable.reason());
        }
    }

    /**
     * Writes {@code {"edited":n,"refused":n,"skipped":n}}.
     *
     * @throws HandedBackException if not everything was decided
     */
    void writeTo(OutputStream reply) throws IOException {
        if (!handedBack.isEmpty()) {
            int more = handedBack.size() - MOST_NAMED;
            throw new HandedBackException("handed back, to be tried again: "
                    + handedBack.stream().limit(MOST_NAMED).collect(Collectors.joining("; "))
                    + (more > 0 ? "; and " + more + " more, which the log names" : ""));
        }
        try (JsonGenerator json = JSON.createGenerator(reply)) {
            json.writeStartObject();
            json.writeNumberField("edited", edited);
            json.writeNumberField("refused", refused);
            json.writeNumberField("skipped", skipped);
            json.writeEndObject();
        }
    }
}
