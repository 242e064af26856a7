package io.github.s3imageedit.trigger;

import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.UploadEvent;
import io.github.s3imageedit.job.UploadEvent.Occasion;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/** What an event says of an upload besides its name. */
record UploadFacts(Optional<String> etag, Optional<Instant> time, Occasion occasion, Map<String, String> arguments) {
    /**
     * What happened.
     *
     * @param etag with quotes or without
     * @param time by ISO 8601; what is not is left out
     */
    static UploadFacts happened(Occasion occasion, Optional<String> etag, Optional<String> time) {
        return new UploadFacts(
                etag.map(text -> text.replace("\"", "")), time.flatMap(UploadFacts::instant), occasion, Map.of());
    }

    /** An object as it is now, with what is asked for where it says nothing itself. */
    static UploadFacts now(Map<String, String> arguments) {
        return new UploadFacts(Optional.empty(), Optional.empty(), Occasion.WRITTEN, arguments);
    }

    UploadEvent of(ObjectRef object) {
        return new UploadEvent(object, etag, time, occasion, arguments);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
