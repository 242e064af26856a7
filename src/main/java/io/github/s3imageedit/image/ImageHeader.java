package io.github.s3imageedit.image;

import java.util.Optional;

/**
 * What a picture's first bytes tell.
 *
 * @param dimensions empty where the header is damaged or does not say
 * @param alpha whether pixels can be transparent; said of PNG and WebP only
 */
public record ImageHeader(ImageType type, Optional<Dimensions> dimensions, boolean alpha) {

    /** Width and height in pixels, as stored: an EXIF rotation is not applied. */
    public record Dimensions(int width, int height) {
        public Dimensions {
            if (width <= 0 || height <= 0) {
                throw new IllegalArgumentException("no picture is " + width + "x" + height);
            }
        }

        @Override
        public String toString() {
            return width + "x" + height;
        }
    }
}
