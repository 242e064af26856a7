package io.github.s3imageedit.job;

import io.github.s3imageedit.image.ImageHeader;
import java.util.Optional;

/**
 * An object that is used as a picture: the upload, its mask, or a further one.
 *
 * @param etag without quotes
 * @param header empty where the bytes are no known picture
 */
public record Picture(ObjectRef object, String etag, long bytes, Optional<ImageHeader> header) {}
