package io.github.s3imageedit.image;

import static io.github.s3imageedit.image.PictureBytes.PNG_HEADER;
import static io.github.s3imageedit.image.PictureBytes.insert;
import static io.github.s3imageedit.image.PictureBytes.jpegSegment;
import static io.github.s3imageedit.image.PictureBytes.pngChunk;
import static io.github.s3imageedit.image.PictureBytes.withInt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.s3imageedit.image.ImageHeader.Dimensions;
import io.github.s3imageedit.testing.Samples;
import java.awt.Rectangle;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImageHeadersTest {
    /** First marker and first segment of a JPEG. */
    private static final int JFIF_HEADER = 2 + 18;

    static {
        ImageIO.setUseCache(false);
    }

    static Stream<byte[]> whatJavaCanRead() {
        byte[] exif = jpegSegment(0xe1, Samples.jpeg(11, 7));
        return Stream.of(
                Samples.png(1, 1),
                Samples.png(300, 7),
                Samples.pngWithAlpha(65, 43),
                Samples.palettePng(16, 31),
                Samples.harbour(),
                Samples.jpeg(1, 1),
                Samples.jpeg(300, 7),
                Samples.progressiveJpeg(65, 43),
                Samples.jpegWithLongMetadata(64, 48),
                Samples.jpegWithOrientation(64, 48, 6),
                insert(Samples.jpeg(64, 48), 2, exif),
                insert(Samples.jpeg(64, 48), JFIF_HEADER, new byte[] {1, 0, 2}),
                Samples.gif(1, 1),
                Samples.gif(300, 7));
    }

    @ParameterizedTest
    @MethodSource("whatJavaCanRead")
    void agreesWithJavaOnDimensions(byte[] picture) throws IOException {
        assertThat(header(picture).dimensions()).contains(byJava(picture));
    }

    @Test
    void readsWebpAndAvif() throws IOException {
        assertThat(header(Samples.lossyWebp())).isEqualTo(found(ImageType.WEBP, false));
        assertThat(header(Samples.losslessWebp()).dimensions()).contains(new Dimensions(48, 32));
        assertThat(header(Samples.extendedWebp())).isEqualTo(found(ImageType.WEBP, true));
        assertThat(header(Samples.avif())).isEqualTo(found(ImageType.AVIF, false));
    }

    private static ImageHeader found(ImageType type, boolean alpha) {
        return new ImageHeader(type, Optional.of(new Dimensions(48, 32)), alpha);
    }

    @Test
    void seesWherePixelsCanBeTransparent() throws IOException {
        Rectangle area = new Rectangle(1, 1, 2, 2);
        assertThat(header(Samples.pngWithAlpha(8, 8)).alpha()).isTrue();
        assertThat(header(Samples.palettePng(8, 8)).alpha()).isTrue();
        assertThat(header(Samples.mask(8, 8, area)).alpha()).isTrue();
        assertThat(header(Samples.maskWithoutAlpha(8, 8, area)).alpha()).isFalse();
        assertThat(header(Samples.png(8, 8)).alpha()).isFalse();
        assertThat(header(Samples.jpeg(8, 8)).alpha()).isFalse();
    }

    @Test
    void findsTransparencyBehindBigChunks() throws IOException {
        byte[] opaque = Samples.png(8, 8);
        byte[] transparent = insert(opaque, PNG_HEADER, pngChunk("tRNS", new byte[6]));
        byte[] text = pngChunk("iTXt", new byte[3_000_000]);

        assertThat(header(insert(transparent, PNG_HEADER, text)).alpha()).isTrue();
        assertThat(header(insert(opaque, PNG_HEADER, text)).alpha()).isFalse();
    }

    @Test
    void believesNoTransparencyBehindThePixels() throws IOException {
        byte[] opaque = Samples.png(8, 8);
        int end = opaque.length - 12;

        assertThat(header(insert(opaque, end, pngChunk("tRNS", new byte[6]))).alpha())
                .isFalse();
    }

    @Test
    void passesFillBytesBetweenJpegSegments() throws IOException {
        byte[] fill = new byte[500];
        Arrays.fill(fill, (byte) 0xff);

        assertThat(header(insert(Samples.jpeg(64, 48), 2, fill)).dimensions()).contains(new Dimensions(64, 48));
    }

    @Test
    void tellsDamageByMissingDimensions() throws IOException {
        byte[] png = Samples.png(8, 8);
        assertDamaged(ImageType.PNG, withInt(png, 12, 0x49454e44));
        assertDamaged(ImageType.PNG, withInt(png, 16, 0));
        assertDamaged(ImageType.PNG, withInt(png, 20, -1));
        assertDamaged(ImageType.GIF, withInt(Samples.gif(8, 8), 6, 0));
        assertDamaged(ImageType.WEBP, withInt(Samples.lossyWebp(), 12, 0x58585858));
        byte[] jpeg = Samples.jpeg(8, 8);
        assertDamaged(ImageType.JPEG, withInt(jpeg, 2, 0xffd90000));
        assertDamaged(ImageType.JPEG, withInt(jpeg, 2, 0xffe00001));
    }

    @Test
    void keepsTypeAndDimensionsOfAPngWhoseChunksAreDamaged() throws IOException {
        byte[] negativeLength = withInt(Samples.png(8, 8), PNG_HEADER, -5);

        assertThat(header(negativeLength).dimensions()).contains(new Dimensions(8, 8));
    }

    @Test
    void saysThatAPictureEndsTooSoon() {
        byte[] endless = withInt(Samples.png(8, 8), PNG_HEADER, Integer.MAX_VALUE);
        byte[] renamed = withInt(endless, PNG_HEADER + 4, 0x74455874);

        assertThatThrownBy(() -> header(renamed)).isInstanceOf(EOFException.class);
    }

    @Test
    void knowsNoHeaderOfOtherFiles() throws IOException {
        for (byte[] file : new byte[][] {Samples.heic(), Samples.tiff(8, 8), Samples.bmp(8, 8), Samples.text(), {}}) {
            assertThat(ImageHeaders.read(new ByteArrayInputStream(file))).isEmpty();
        }
    }

    private static void assertDamaged(ImageType type, byte[] picture) throws IOException {
        assertThat(header(picture)).isEqualTo(new ImageHeader(type, Optional.empty(), false));
    }

    private static ImageHeader header(byte[] picture) throws IOException {
        return ImageHeaders.read(new ByteArrayInputStream(picture)).orElseThrow();
    }

    private static Dimensions byJava(byte[] picture) throws IOException {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            ImageReader reader = ImageIO.getImageReaders(stream).next();
            reader.setInput(stream);
            return new Dimensions(reader.getWidth(0), reader.getHeight(0));
        }
    }
}
