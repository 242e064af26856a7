package io.github.s3imageedit.testing.endpoint;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Looks into the pictures that a test received. */
final class Pictures {
    private Pictures() {}

    static BufferedImage decode(byte[] bytes) throws IOException {
        return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(bytes)))
                .orElseThrow(() -> new IOException("no picture that the JDK can read"));
    }
}
