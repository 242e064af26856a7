package io.github.s3imageedit.edit;

import io.github.s3imageedit.image.SpooledImage;
import java.io.IOException;

/** Takes the pictures of a reply as they arrive, while the rest is still under way. */
@FunctionalInterface
public interface PictureSink {
    /**
     * Takes one picture, which is closed afterwards.
     *
     * @param index from 0, in the order of the reply
     */
    void accept(int index, SpooledImage image) throws IOException;
}
