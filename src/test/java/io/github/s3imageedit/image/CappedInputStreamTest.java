package io.github.s3imageedit.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CappedInputStreamTest {
    private static final byte[] HUNDRED = new byte[100];

    private static CappedInputStream capped(long maxBytes) {
        return new CappedInputStream(new ByteArrayInputStream(HUNDRED), maxBytes, "the reply");
    }

    @Test
    void givesEverythingUpToTheLimit() throws IOException {
        assertThat(capped(100).readAllBytes()).isEqualTo(HUNDRED);
        assertThat(capped(Long.MAX_VALUE).readAllBytes()).isEqualTo(HUNDRED);
        try (CappedInputStream stream = capped(100)) {
            for (int at = 0; at < 100; at++) {
                assertThat(stream.read()).isZero();
            }
            assertThat(stream.read()).isEqualTo(-1);
        }
    }

    @Test
    void failsPastTheLimitHoweverItIsRead() {
        assertTooLarge(() -> capped(99).readAllBytes());
        assertTooLarge(() -> capped(0).readAllBytes());
        assertTooLarge(() -> capped(99).transferTo(OutputStream.nullOutputStream()));
        assertTooLarge(() -> {
            CappedInputStream stream = capped(10);
            while (stream.read() >= 0) {
                stream.readNBytes(1);
            }
        });
    }

    @Test
    void failsPastTheLimitWhenSkipping() {
        assertTooLarge(() -> capped(99).skipNBytes(100));
        assertTooLarge(() -> {
            CappedInputStream stream = capped(50);
            stream.skipNBytes(50);
            stream.read();
        });
    }

    @Test
    void theLimitMovesOnTheWay() throws IOException {
        CappedInputStream stream = capped(10);
        assertThat(stream.readNBytes(10)).hasSize(10);
        stream.allow(20);
        assertThat(stream.readNBytes(20)).hasSize(20);
        stream.allow(10);
        stream.allow(-5);
        assertThat(stream.readNBytes(5)).hasSize(5);
        assertTooLarge(stream::read);
    }

    @Test
    void bytesAreReadAsTheyAre() throws IOException {
        CappedInputStream stream = new CappedInputStream(new ByteArrayInputStream(new byte[] {-1}), 1, "x");

        assertThat(stream.read()).isEqualTo(255);
        assertThat(stream.markSupported()).isFalse();
    }

    private static void assertTooLarge(ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOf(TooLargeException.class).hasMessageContaining("the reply");
    }
}
