package io.github.s3imageedit.job;

import java.time.Instant;
import java.util.Optional;

/**
 * What an event says of an upload; hints only, S3 is asked for the facts.
 *
 * @param etag of the bytes that the event speaks of, without quotes; empty: whatever is there
 * @param time when the upload happened
 */
public record UploadEvent(ObjectRef object, Optional<String> etag, Optional<Instant> time) {

    /** An event that means an object as it is now. */
    public static UploadEvent now(ObjectRef object) {
        return new UploadEvent(object, Optional.empty(), Optional.empty());
    }
}
