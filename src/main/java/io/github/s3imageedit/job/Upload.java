package io.github.s3imageedit.job;

import java.util.Map;

/**
 * What S3 says of an uploaded object.
 *
 * @param metadata user metadata, names in lower case and without {@code x-amz-meta-}
 */
public record Upload(Picture picture, Map<String, String> tags, Map<String, String> metadata) {
    /** User metadata of this name, holding the edit id, is on everything that this program writes. */
    public static final String MARK = "s3-image-edit";

    public Upload {
        tags = Map.copyOf(tags);
        metadata = Map.copyOf(metadata);
    }

    /** Whether this program wrote the object, or it is a copy of one that it wrote. */
    boolean isMarked() {
        return metadata.containsKey(MARK);
    }
}
