package io.github.s3imageedit.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.testing.Samples;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes come: an answer, or an end that came too soon, but no other trouble and no endless loop. */
@Timeout(20)
class ImageHeadersFuzzTest {
    private static final int SEED = 20261123;
    private static final int MUTATIONS = 3000;
    private static final int MUTATED_BYTES = 400;

    static Stream<byte[]> samples() {
        return Stream.of(
                Samples.png(9, 5),
                Samples.pngWithAlpha(9, 5),
                Samples.palettePng(9, 5),
                Samples.jpeg(9, 5),
                Samples.progressiveJpeg(9, 5),
                Samples.jpegWithOrientation(9, 5, 8),
                Samples.lossyWebp(),
                Samples.losslessWebp(),
                Samples.extendedWebp(),
                Samples.gif(9, 5),
                Samples.avif(),
                Samples.heic());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aTruncatedPictureNeverTellsSomethingElse(byte[] sample) throws IOException {
        Optional<ImageHeader> whole = ImageHeaders.read(new ByteArrayInputStream(sample));
        for (int length = 0; length < sample.length; length++) {
            Optional<ImageHeader> part = read(Arrays.copyOf(sample, length));
            if (part.isPresent() && part.get().dimensions().isPresent()) {
                assertThat(part).as("the first %d bytes", length).isEqualTo(whole);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void survivesMutations(byte[] sample) throws IOException {
        Random random = new Random(SEED);
        for (int round = 0; round < MUTATIONS; round++) {
            byte[] mutated = sample.clone();
            for (int change = random.nextInt(1, 6); change > 0; change--) {
                mutated[random.nextInt(Math.min(mutated.length, MUTATED_BYTES))] = (byte) random.nextInt();
            }
            assertSound(mutated);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void survivesNoiseBehindTheMagicBytes(byte[] sample) throws IOException {
        Random random = new Random(SEED);
        for (int round = 0; round < MUTATIONS; round++) {
            byte[] noise = new byte[random.nextInt(ImageType.MAGIC_BYTES, 200)];
            random.nextBytes(noise);
            System.arraycopy(sample, 0, noise, 0, ImageType.MAGIC_BYTES);
            assertSound(noise);
        }
    }

    @Test
    void survivesNoise() throws IOException {
        Random random = new Random(SEED);
        for (int round = 0; round < MUTATIONS; round++) {
            byte[] noise = new byte[random.nextInt(100)];
            random.nextBytes(noise);
            assertSound(noise);
        }
    }

    private static void assertSound(byte[] bytes) throws IOException {
        Optional<ImageHeader> header = read(bytes);
        Optional<ImageType> type = ImageType.recognise(bytes);
        header.ifPresent(found -> assertThat(type).contains(found.type()));
    }

    /** Empty where the header's end is missing. */
    private static Optional<ImageHeader> read(byte[] bytes) throws IOException {
        try {
            return ImageHeaders.read(new ByteArrayInputStream(bytes));
        } catch (EOFException tooShort) {
            return Optional.empty();
        }
    }
}
