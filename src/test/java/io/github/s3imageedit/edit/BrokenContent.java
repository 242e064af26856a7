package io.github.s3imageedit.edit;

import io.github.s3imageedit.image.ImageContent;
import io.github.s3imageedit.image.ImageType;
import java.io.InputStream;

/** Content that can no longer be had. */
final class BrokenContent implements ImageContent {
    @Override
    public long length() {
        return 1000;
    }

    @Override
    public ImageType type() {
        return ImageType.PNG;
    }

    @Override
    public InputStream open() {
        throw new IllegalStateException("content");
    }
}
