package io.github.s3imageedit.image;

import java.io.IOException;
import java.io.InputStream;

/** Picture bytes that can be read more than once: every attempt opens its own stream. */
public interface ImageContent {
    /** The exact number of bytes that every stream gives. */
    long length();

    ImageType type();

    /**
     * Opens the bytes from the start; the caller closes the stream.
     *
     * @throws ContentChangedException if the bytes are gone or are no longer those that were described
     */
    InputStream open() throws IOException;
}
