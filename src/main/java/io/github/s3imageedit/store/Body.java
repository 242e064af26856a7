package io.github.s3imageedit.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.s3imageedit.image.Sha256;
import io.github.s3imageedit.image.SpooledImage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.function.Supplier;

/**
 * What is written into an object, openable again for every attempt.
 *
 * @param sha256 in hex; S3 refuses bytes that do not have it
 */
public record Body(String mediaType, long length, String sha256, Supplier<InputStream> stream) {

    public static Body of(SpooledImage image) {
        return new Body(image.type().mediaType(), image.length(), image.sha256(), image::open);
    }

    public static Body json(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return new Body(
                "application/json",
                bytes.length,
                Sha256.hex(Sha256.digest().digest(bytes)),
                () -> new ByteArrayInputStream(bytes));
    }
}
