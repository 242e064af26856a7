package io.github.s3imageedit.edit;

import io.github.s3imageedit.image.ImageContent;
import io.github.s3imageedit.image.ImageType;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Bytes in memory that know how often they were opened and closed, and may declare a length that is not theirs. */
final class CountingContent implements ImageContent {
    private final ImageType type;
    private final byte[] bytes;
    private final long declaredLength;
    private int opened;
    private int closed;

    private CountingContent(ImageType type, byte[] bytes, long declaredLength) {
        this.type = type;
        this.bytes = bytes.clone();
        this.declaredLength = declaredLength;
    }

    static CountingContent of(ImageType type, byte[] bytes) {
        return new CountingContent(type, bytes, bytes.length);
    }

    static CountingContent of(ImageType type, String text) {
        return of(type, text.getBytes(StandardCharsets.UTF_8));
    }

    CountingContent declaring(long length) {
        return new CountingContent(type, bytes, length);
    }

    int opened() {
        return opened;
    }

    int closed() {
        return closed;
    }

    @Override
    public long length() {
        return declaredLength;
    }

    @Override
    public ImageType type() {
        return type;
    }

    @Override
    public InputStream open() {
        opened++;
        return new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public void close() throws IOException {
                closed++;
                super.close();
            }
        };
    }
}
