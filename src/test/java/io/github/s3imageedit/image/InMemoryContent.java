package io.github.s3imageedit.image;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Content that a test has at hand; may give other bytes than it declares. */
final class InMemoryContent implements ImageContent {
    private final byte[] bytes;
    private final long length;

    InMemoryContent(byte[] bytes) {
        this(bytes, bytes.length);
    }

    InMemoryContent(byte[] bytes, long length) {
        this.bytes = bytes.clone();
        this.length = length;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public ImageType type() {
        return ImageType.PNG;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
