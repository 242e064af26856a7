package io.github.s3imageedit.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.testing.Samples;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageTypeTest {
    @Test
    void recognisesEachKindByItsFirstBytes() {
        assertType(ImageType.PNG, Samples.png(3, 2));
        assertType(ImageType.PNG, Samples.palettePng(3, 2));
        assertType(ImageType.JPEG, Samples.jpeg(3, 2));
        assertType(ImageType.JPEG, Samples.progressiveJpeg(3, 2));
        assertType(ImageType.JPEG, Samples.jpegWithOrientation(3, 2, 6));
        assertType(ImageType.WEBP, Samples.lossyWebp());
        assertType(ImageType.WEBP, Samples.losslessWebp());
        assertType(ImageType.WEBP, Samples.extendedWebp());
        assertType(ImageType.GIF, Samples.gif(3, 2));
        assertType(ImageType.AVIF, Samples.avif());
    }

    @Test
    void knowsNothingElse() {
        assertUnknown(Samples.heic());
        assertUnknown(Samples.tiff(3, 2));
        assertUnknown(Samples.bmp(3, 2));
        assertUnknown(Samples.text());
        assertUnknown(new byte[ImageType.MAGIC_BYTES]);
        assertUnknown(ascii("RIFF\1\2\3\4WAVE"));
        assertUnknown(ascii("GIF88a\0\0\0\0\0\0"));
        assertUnknown(ascii("\0\0\0\34ftypheic"));
        assertUnknown(ascii("<svg xmlns=\"http:"));
        assertUnknown(ascii("\u0089PNG\n\n\32\n\0\0\0\15"));
    }

    @Test
    void fewerThanTheMagicBytesAreNoPicture() {
        byte[] png = Samples.png(3, 2);
        for (int length = 0; length < ImageType.MAGIC_BYTES; length++) {
            assertUnknown(Arrays.copyOf(png, length));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PNG, image/png, png, true",
        "JPEG, image/jpeg, jpg, true",
        "WEBP, image/webp, webp, true",
        "GIF, image/gif, gif, false",
        "AVIF, image/avif, avif, false"
    })
    void eachKindHasItsNames(ImageType type, String mediaType, String extension, boolean editable) {
        assertThat(type.mediaType()).isEqualTo(mediaType);
        assertThat(type.extension()).isEqualTo(extension);
        assertThat(type.editable()).isEqualTo(editable);
    }

    private static void assertType(ImageType type, byte[] picture) {
        assertThat(ImageType.recognise(Arrays.copyOf(picture, ImageType.MAGIC_BYTES)))
                .contains(type);
        assertThat(ImageType.recognise(picture)).contains(type);
    }

    private static void assertUnknown(byte[] head) {
        assertThat(ImageType.recognise(head)).isEmpty();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
