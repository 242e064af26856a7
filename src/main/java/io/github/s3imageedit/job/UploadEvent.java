package io.github.s3imageedit.job;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What an event says of an upload; hints only, S3 is asked for the facts.
 *
 * @param etag of the bytes that the event speaks of, without quotes; empty: whatever is there
 * @param time when it happened
 * @param arguments what the event itself asks for, by tags' names, where the upload does not say it
 */
public record UploadEvent(
        ObjectRef object,
        Optional<String> etag,
        Optional<Instant> time,
        Occasion occasion,
        Map<String, String> arguments) {
    public UploadEvent {
        arguments = Map.copyOf(arguments);
    }

    /** What happened to the object. */
    public enum Occasion {
        /** Its bytes were written, or somebody wants them to be looked at. */
        WRITTEN,
        /** Its tags were set, or taken away. */
        TAGGED
    }

    /** An event that means an object as it is now. */
    public static UploadEvent now(ObjectRef object) {
        return new UploadEvent(object, Optional.empty(), Optional.empty(), Occasion.WRITTEN, Map.of());
    }

    public UploadEvent withArguments(Map<String, String> otherArguments) {
        return new UploadEvent(object, etag, time, occasion, otherArguments);
    }
}
