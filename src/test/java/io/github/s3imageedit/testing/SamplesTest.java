package io.github.s3imageedit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The samples are what they are called. */
final class SamplesTest {
    @Test
    void drawsPicturesOfTheAskedSize() throws IOException {
        for (byte[] picture : new byte[][] {
            Samples.png(30, 20),
            Samples.pngWithAlpha(30, 20),
            Samples.palettePng(30, 20),
            Samples.jpeg(30, 20),
            Samples.progressiveJpeg(30, 20),
            Samples.jpegWithLongMetadata(30, 20),
            Samples.jpegWithOrientation(30, 20, 6),
            Samples.gif(30, 20),
            Samples.bmp(30, 20),
            Samples.tiff(30, 20)
        }) {
            BufferedImage decoded = decode(picture).orElseThrow();
            assertThat(decoded.getWidth()).isEqualTo(30);
            assertThat(decoded.getHeight()).isEqualTo(20);
        }
    }

    @Test
    void writesAlphaAsColourTypeOrAsTransparencyChunk() {
        assertThat(Samples.png(9, 9)[25]).isEqualTo((byte) 2);
        assertThat(Samples.pngWithAlpha(9, 9)[25]).isEqualTo((byte) 6);
        assertThat(Samples.palettePng(9, 9)[25]).isEqualTo((byte) 3);
        assertThat(text(Samples.palettePng(9, 9))).contains("tRNS");
    }

    @Test
    void putsTheJpegFrameBehindMoreThan64KilobytesOfSegments() {
        byte[] picture = Samples.jpegWithLongMetadata(30, 20);

        assertThat(text(picture).indexOf("\u00FF\u00C0")).isGreaterThan(64 * 1024);
        assertThat(text(Samples.progressiveJpeg(30, 20))).contains("\u00FF\u00C2");
        assertThat(text(Samples.jpegWithOrientation(30, 20, 6))).contains("Exif\0\0MM");
    }

    @Test
    void bundlesWhatJavaCannotWrite() {
        assertThat(text(Samples.lossyWebp())).startsWith("RIFF").contains("WEBPVP8 ");
        assertThat(text(Samples.losslessWebp())).startsWith("RIFF").contains("WEBPVP8L");
        assertThat(text(Samples.extendedWebp())).startsWith("RIFF").contains("WEBPVP8X");
        assertThat(text(Samples.avif())).contains("ftypavif");
        assertThat(text(Samples.heic())).contains("ftypheic");
    }

    @Test
    void masksAreTransparentOnlyInTheArea() throws IOException {
        BufferedImage mask =
                decode(Samples.mask(30, 20, new Rectangle(5, 6, 7, 8))).orElseThrow();

        assertThat(mask.getRGB(5, 6)).isEqualTo(0x00FFFFFF);
        assertThat(mask.getRGB(11, 13)).isEqualTo(0x00FFFFFF);
        assertThat(mask.getRGB(4, 6)).isEqualTo(0xFF000000);
        assertThat(mask.getRGB(12, 13)).isEqualTo(0xFF000000);
        BufferedImage opaque = decode(Samples.maskWithoutAlpha(30, 20, new Rectangle(5, 6, 7, 8)))
                .orElseThrow();
        assertThat(opaque.getColorModel().hasAlpha()).isFalse();
    }

    @Test
    void makesBigPicturesOfAnExactLengthThatDecode() throws IOException {
        BigPicture picture = BigPicture.ofBytes(1_234_567);
        byte[] bytes = picture.open().readAllBytes();
        BufferedImage decoded = decode(bytes).orElseThrow();

        assertThat(bytes).hasSize(1_234_567);
        assertThat(decoded.getWidth()).isEqualTo(picture.width());
        assertThat(decoded.getHeight()).isEqualTo(picture.height());
        assertThat(picture.open().readAllBytes()).isEqualTo(bytes);
    }

    @Test
    void bundlesTheHarbourAsDrawn() throws IOException {
        BufferedImage bundled = decode(Samples.harbour()).orElseThrow();

        assertThat(bundled.getWidth()).isEqualTo(640);
        assertThat(bundled.getHeight()).isEqualTo(480);
        assertThat(Samples.harbour()).hasSizeLessThan(300_000);
        assertThat(HarbourScene.draw().getRGB(430, 215)).isEqualTo(bundled.getRGB(430, 215));
    }

    private static Optional<BufferedImage> decode(byte[] picture) throws IOException {
        return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(picture)));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
