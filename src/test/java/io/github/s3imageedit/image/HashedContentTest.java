package io.github.s3imageedit.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class HashedContentTest {
    private static final String TEXT = "abc".repeat(10_000);
    private static final byte[] BYTES = TEXT.getBytes(UTF_8);

    private final HashedContent content = new HashedContent(new InMemoryContent(BYTES));

    /** One way to read a stream to its end. */
    @FunctionalInterface
    private interface Reading {
        void read(InputStream stream) throws IOException;
    }

    @Test
    void knowsTheHashHoweverItWasRead() throws IOException {
        assertHashed(InputStream::readAllBytes);
        assertHashed(stream -> stream.readNBytes(BYTES.length));
        assertHashed(stream -> stream.skipNBytes(BYTES.length));
        assertHashed(stream -> stream.transferTo(OutputStream.nullOutputStream()));
        assertHashed(stream -> {
            while (stream.read() >= 0) {
                assertThat(stream.skip(7)).isBetween(0L, 7L);
            }
        });
    }

    private void assertHashed(Reading reading) throws IOException {
        HashedContent fresh = new HashedContent(new InMemoryContent(BYTES));
        try (InputStream stream = fresh.open()) {
            reading.read(stream);
        }
        assertThat(fresh.sha256()).contains(Sha256.hexOf(TEXT));
    }

    @Test
    void knowsNoHashOfWhatWasReadInPart() throws IOException {
        assertThat(content.sha256()).isEmpty();
        try (InputStream stream = content.open()) {
            assertThat(stream.readNBytes(BYTES.length - 1)).hasSize(BYTES.length - 1);
        }

        assertThat(content.sha256()).isEmpty();
    }

    @Test
    void knowsTheHashWithTheLastByteAlready() throws IOException {
        try (InputStream stream = content.open()) {
            assertThat(stream.readNBytes(BYTES.length)).isEqualTo(BYTES);
            assertThat(content.sha256()).contains(Sha256.hexOf(TEXT));
        }
    }

    @Test
    void keepsTheHashWhenALaterReadingBreaksOff() throws IOException {
        try (InputStream stream = content.open()) {
            stream.skipNBytes(BYTES.length);
        }
        try (InputStream stream = content.open()) {
            stream.skipNBytes(10);
        }

        assertThat(content.sha256()).contains(Sha256.hexOf(TEXT));
    }

    @Test
    void hashesEachOfTwoStreamsByItself() throws IOException {
        try (InputStream one = content.open();
                InputStream other = content.open()) {
            one.skipNBytes(100);
            other.skipNBytes(5);
            ByteArrayOutputStream rest = new ByteArrayOutputStream();
            one.transferTo(rest);
            assertThat(rest.toString(UTF_8)).isEqualTo(TEXT.substring(100));
            assertThat(content.sha256()).contains(Sha256.hexOf(TEXT));
        }
    }

    @Test
    void passesOnWhatTheContentIs() {
        assertThat(content.length()).isEqualTo(BYTES.length);
        assertThat(content.type()).isEqualTo(ImageType.PNG);
    }

    @Test
    void knowsNoHashOfContentThatIsShorterThanDeclared() throws IOException {
        HashedContent lying = new HashedContent(new InMemoryContent(BYTES, BYTES.length + 1L));
        try (InputStream stream = lying.open()) {
            assertThat(stream.readAllBytes()).isEqualTo(BYTES);
        }

        assertThat(lying.sha256()).isEmpty();
    }

    @Test
    void skipsNothingWhenNothingIsAsked() throws IOException {
        try (InputStream stream = content.open()) {
            assertThat(stream.skip(0)).isZero();
            assertThat(stream.skip(-5)).isZero();
            assertThat(stream.markSupported()).isFalse();
        }
    }
}
