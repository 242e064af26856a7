package io.github.s3imageedit.store;

import io.github.s3imageedit.job.Picture;
import java.util.Map;

/** A picture as S3 has it, with its user metadata. */
public record StoredPicture(Picture picture, Map<String, String> metadata) {
    public StoredPicture {
        metadata = Map.copyOf(metadata);
    }
}
