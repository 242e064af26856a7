package io.github.s3imageedit.store;

import io.github.s3imageedit.image.ImageContent;
import io.github.s3imageedit.job.Deadline;
import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.Picture;
import io.github.s3imageedit.job.Upload;
import io.github.s3imageedit.job.UploadEvent;
import java.util.Map;
import java.util.Optional;

/** What the edit of one object needs of S3. Every method throws {@link StoreException} where S3 fails. */
public interface ObjectStore {
    /**
     * The same objects; each request fails that has no answer by the deadline, however long S3 keeps silent. Only a silence
     * within {@link #content} is bounded by itself.
     */
    ObjectStore within(Deadline deadline);

    /** Reads tags, metadata and the picture's header of exactly the bytes that an event speaks of; empty if they are gone. */
    Optional<Upload> describe(UploadEvent event);

    /** Reads the header of an object as it is now; empty if it is not there. */
    Optional<StoredPicture> picture(ObjectRef object);

    /** Whether an object is there; one list request answers for all side files of a picture. */
    boolean liesBeside(ObjectRef picture, String key);

    /** The bytes that were described; opening them fails once they have been replaced. */
    ImageContent content(Picture picture);

    boolean exists(ObjectRef object);

    /** Reads a small object whole; empty if it is not there. */
    Optional<StoredText> text(ObjectRef object);

    /**
     * Writes an object that must not be there yet.
     *
     * @param metadata user metadata, ASCII
     * @return its ETag; empty if one is there already, which is left as it is, and may be this very one: a write whose
     *     reply got lost is repeated and then finds itself
     */
    Optional<String> create(ObjectRef object, Body body, Map<String, String> metadata);

    /**
     * Writes an object in the place of the one that has an ETag. Equal bytes have equal ETags: whoever relies on the
     * condition must never write the same bytes twice.
     *
     * @return its ETag; empty if another one is there by now, or none, with the same exception as above
     */
    Optional<String> replace(ObjectRef object, Body body, Map<String, String> metadata, String etag);
}
