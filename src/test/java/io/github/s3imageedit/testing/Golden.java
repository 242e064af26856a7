package io.github.s3imageedit.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold what the program writes, byte for byte; {@code mvn test -Dgolden.update} writes them anew. */
public final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    public static void assertGolden(String name, String found) {
        Path file = FOLDER.resolve(name);
        try {
            if (System.getProperty("golden.update") != null) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, found);
            }
            assertThat(found).isEqualTo(Files.readString(file, UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException("run the test once with -Dgolden.update", failure);
        }
    }
}
