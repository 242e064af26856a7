package io.github.s3imageedit.model;

import io.github.s3imageedit.image.ImageSpool;
import io.github.s3imageedit.image.SpooledImage;
import io.github.s3imageedit.testing.AmpleStorage;
import io.github.s3imageedit.testing.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The pictures that the endpoint makes: each call has others. */
final class Pictures {
    private static final int MAX_BYTES = 1_000_000;

    private final Path folder;
    private final Map<String, byte[]> drawn = new HashMap<>();

    Pictures(Path folder) {
        this.folder = folder;
    }

    SpooledImage spooled(int call, int index) {
        byte[] png = drawn.computeIfAbsent(call + "/" + index, place -> Samples.png(4 + call, 4 + index));
        try (ImageSpool spool = ImageSpool.open(folder, MAX_BYTES, AmpleStorage.PLACE)) {
            spool.write(png, 0, png.length);
            return spool.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
