package io.github.s3imageedit.testing;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Pictures of every kind that tests and the local run ask for; drawn by code where Java can write the format. */
public final class Samples {
    private Samples() {}

    public static byte[] png(int width, int height) {
        return EncodedPicture.encode(Drawing.scene(width, height, BufferedImage.TYPE_INT_RGB), "png");
    }

    /** A picture whose left upper quarter is transparent. */
    public static byte[] pngWithAlpha(int width, int height) {
        BufferedImage picture = Drawing.scene(width, height, BufferedImage.TYPE_INT_ARGB);
        Drawing.clear(picture, new Rectangle(width / 2, height / 2));
        return EncodedPicture.encode(picture, "png");
    }

    /** Colour type 3, with one transparent palette entry in a {@code tRNS} chunk. */
    public static byte[] palettePng(int width, int height) {
        return EncodedPicture.encode(Drawing.paletted(width, height), "png");
    }

    public static byte[] jpeg(int width, int height) {
        return EncodedPicture.jpeg(Drawing.scene(width, height, BufferedImage.TYPE_INT_RGB), false);
    }

    public static byte[] progressiveJpeg(int width, int height) {
        return EncodedPicture.jpeg(Drawing.scene(width, height, BufferedImage.TYPE_INT_RGB), true);
    }

    /** The frame header, which holds the dimensions, comes only after 128 KB of application segments. */
    public static byte[] jpegWithLongMetadata(int width, int height) {
        return JpegSegments.withLongMetadata(jpeg(width, height));
    }

    /** An EXIF orientation from 1 to 8, as cameras write it. */
    public static byte[] jpegWithOrientation(int width, int height, int orientation) {
        return JpegSegments.withOrientation(jpeg(width, height), orientation);
    }

    /** 48 by 32 pixels in one {@code VP8} chunk. */
    public static byte[] lossyWebp() {
        return resource("lossy.webp");
    }

    /** 48 by 32 pixels in one {@code VP8L} chunk. */
    public static byte[] losslessWebp() {
        return resource("lossless.webp");
    }

    /** 48 by 32 pixels with alpha, behind a {@code VP8X} header. */
    public static byte[] extendedWebp() {
        return resource("extended.webp");
    }

    public static byte[] gif(int width, int height) {
        return EncodedPicture.encode(Drawing.scene(width, height, BufferedImage.TYPE_INT_RGB), "gif");
    }

    public static byte[] bmp(int width, int height) {
        return EncodedPicture.encode(Drawing.scene(width, height, BufferedImage.TYPE_INT_RGB), "bmp");
    }

    public static byte[] tiff(int width, int height) {
        return EncodedPicture.encode(Drawing.scene(width, height, BufferedImage.TYPE_INT_RGB), "tiff");
    }

    /** 48 by 32 pixels. */
    public static byte[] avif() {
        return resource("picture.avif");
    }

    /** 48 by 32 pixels. */
    public static byte[] heic() {
        return resource("picture.heic");
    }

    public static byte[] text() {
        return "This is no picture.\n".getBytes(StandardCharsets.UTF_8);
    }

    /** White and transparent where the edit may happen, black and opaque elsewhere: right by both conventions. */
    public static byte[] mask(int width, int height, Rectangle transparentArea) {
        return EncodedPicture.encode(Drawing.mask(width, height, transparentArea), "png");
    }

    /** What people paint who expect white to mean "edit here". */
    public static byte[] maskWithoutAlpha(int width, int height, Rectangle whiteArea) {
        BufferedImage mask = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Drawing.fill(mask, whiteArea, 0xFFFFFFFF);
        return EncodedPicture.encode(mask, "png");
    }

    /** The bundled picture for newcomers: 640 by 480, a boat in the evening. */
    public static byte[] harbour() {
        return resource("harbour.png");
    }

    private static byte[] resource(String name) {
        try (InputStream bytes = Samples.class.getResourceAsStream("/samples/" + name)) {
            if (bytes == null) {
                throw new IllegalStateException("not on the class path: /samples/" + name);
            }
            return bytes.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
