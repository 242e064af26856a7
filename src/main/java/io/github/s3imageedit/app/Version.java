package io.github.s3imageedit.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Which release this is; the build writes it down. */
record Version(String number) {
    static Version read() {
        Properties build = new Properties();
        try (InputStream stream = Version.class.getResourceAsStream("build.properties")) {
            build.load(Objects.requireNonNull(stream, "build.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Version(build.getProperty("version"));
    }

    String userAgent() {
        return "s3-image-edit/" + number;
    }
}
