package io.github.s3imageedit.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.s3imageedit.image.ImageHeader.Dimensions;
import io.github.s3imageedit.testing.AmpleStorage;
import io.github.s3imageedit.testing.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageSpoolTest {
    private static final byte[] PNG = Samples.png(40, 30);

    @TempDir
    private Path folder;

    @Test
    void givesBackWhatItTook() throws IOException {
        try (SpooledImage image = spooled(PNG)) {
            assertThat(image.length()).isEqualTo(PNG.length);
            assertThat(image.type()).isEqualTo(ImageType.PNG);
            assertThat(image.header().orElseThrow().dimensions()).contains(new Dimensions(40, 30));
            assertThat(image.sha256()).isEqualTo(sha256(PNG));
            assertThat(bytesOf(image)).isEqualTo(PNG);
            assertThat(bytesOf(image)).isEqualTo(PNG);
        }
    }

    @Test
    void takesSingleBytesAndPieces() throws IOException {
        try (ImageSpool spool = ImageSpool.open(folder, PNG.length, AmpleStorage.PLACE)) {
            spool.write(PNG[0]);
            spool.write(PNG, 1, 9);
            spool.write(PNG, 10, 0);
            spool.write(Arrays.copyOfRange(PNG, 10, PNG.length));
            try (SpooledImage image = spool.finish()) {
                assertThat(bytesOf(image)).isEqualTo(PNG);
                assertThat(image.sha256()).isEqualTo(sha256(PNG));
            }
        }
    }

    @Test
    void takesNothingPastItsLimit() throws IOException {
        try (ImageSpool spool = ImageSpool.open(folder, 10, AmpleStorage.PLACE)) {
            spool.write(new byte[10]);

            assertThatThrownBy(() -> spool.write(1))
                    .isInstanceOf(TooLargeException.class)
                    .hasMessageContaining("10 bytes");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void leavesNoNameInTheFolder() throws IOException {
        try (ImageSpool spool = ImageSpool.open(folder, 10, AmpleStorage.PLACE)) {
            assertThat(folder).isEmptyDirectory();
            spool.write(1);
            SpooledImage image = spool.finish();
            assertThat(folder).isEmptyDirectory();
            image.close();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void closedUnfinishedItGivesNothingMore() throws IOException {
        ImageSpool spool = ImageSpool.open(folder, 10, AmpleStorage.PLACE);
        spool.close();
        spool.close();

        assertThatThrownBy(() -> spool.write(1)).isInstanceOf(SpoolException.class);
        assertThatThrownBy(spool::finish).isInstanceOf(ClosedChannelException.class);
    }

    @Test
    void closingTheSpoolLeavesTheImageToItsOwner() throws IOException {
        ImageSpool spool = ImageSpool.open(folder, PNG.length, AmpleStorage.PLACE);
        spool.write(PNG);
        SpooledImage image = spool.finish();
        spool.close();
        spool.close();

        assertThat(bytesOf(image)).isEqualTo(PNG);
        image.close();
        image.close();
        assertThatThrownBy(() -> bytesOf(image)).isInstanceOf(ClosedChannelException.class);
    }

    @Test
    void severalStreamsReadSideBySide() throws IOException {
        try (SpooledImage image = spooled(PNG);
                InputStream one = image.open();
                InputStream other = image.open()) {
            for (byte expected : PNG) {
                assertThat((byte) one.read()).isEqualTo(expected);
                assertThat((byte) other.read()).isEqualTo(expected);
            }
            assertThat(one.read()).isEqualTo(-1);
            assertThat(one.readNBytes(5)).isEmpty();
            assertThat(one.read(new byte[3], 1, 0)).isLessThanOrEqualTo(0);
        }
    }

    @Test
    void knowsWhenItHoldsNoPicture() throws IOException {
        assertNoPicture(new byte[0]);
        assertNoPicture(new byte[100_000]);
        assertNoPicture(Samples.text());
        assertNoPicture(Samples.heic());
        assertNoPicture(Arrays.copyOf(PNG, 30));
    }

    private void assertNoPicture(byte[] bytes) throws IOException {
        try (SpooledImage image = spooled(bytes)) {
            assertThat(image.header()).isEmpty();
            assertThat(image.length()).isEqualTo(bytes.length);
            assertThat(image.sha256()).isEqualTo(sha256(bytes));
            assertThat(bytesOf(image)).isEqualTo(bytes);
            assertThatThrownBy(image::type).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void needsAFolder() {
        assertThatThrownBy(() -> ImageSpool.open(folder.resolve("missing"), 10, AmpleStorage.PLACE))
                .isInstanceOf(SpoolException.class)
                .hasMessageContaining("temporary storage");
    }

    private SpooledImage spooled(byte[] bytes) throws IOException {
        try (ImageSpool spool = ImageSpool.open(folder, bytes.length, AmpleStorage.PLACE)) {
            spool.write(bytes);
            return spool.finish();
        }
    }

    private static byte[] bytesOf(SpooledImage image) throws IOException {
        try (InputStream stream = image.open()) {
            return stream.readAllBytes();
        }
    }

    private static String sha256(byte[] bytes) {
        MessageDigest digest = Sha256.digest();
        return Sha256.hex(digest.digest(bytes));
    }
}
