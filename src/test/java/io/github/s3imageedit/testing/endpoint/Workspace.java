package io.github.s3imageedit.testing.endpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for pictures on their way, so that none has to fit in memory; gone when closed. */
final class Workspace implements AutoCloseable {
    private final Path folder;

    private Workspace(Path folder) {
        this.folder = folder;
    }

    static Workspace create() throws IOException {
        return new Workspace(Files.createTempDirectory("stand-in-endpoint"));
    }

    Path newFile() throws IOException {
        return Files.createTempFile(folder, "", ".bytes");
    }

    boolean holds(Path file) {
        return file.startsWith(folder);
    }

    void delete(Path file) throws IOException {
        if (holds(file)) {
            Files.deleteIfExists(file);
        }
    }

    int files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return Math.toIntExact(files.count());
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException gone) {
            // Closed twice.
            return;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
