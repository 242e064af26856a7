package io.github.s3imageedit.testing.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;

/** What a process writes, kept as it comes. */
final class CapturedText {
    private final StringBuilder text = new StringBuilder();
    private final Thread reader;

    CapturedText(InputStream stream) {
        reader = Thread.ofVirtual().start(() -> read(stream));
    }

    private void read(InputStream stream) {
        try (BufferedReader characters = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            for (int character = characters.read(); character >= 0; character = characters.read()) {
                append((char) character);
            }
        } catch (IOException killed) {
            append('\n');
        }
    }

    private synchronized void append(char character) {
        text.append(character);
    }

    synchronized String soFar() {
        return text.toString();
    }

    void awaitEnd() {
        try {
            reader.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
