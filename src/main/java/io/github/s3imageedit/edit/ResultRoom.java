package io.github.s3imageedit.edit;

import io.github.s3imageedit.image.ImageSpool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where received pictures rest until they are stored, one at a time for each edit.
 *
 * @param folder Lambda's {@code /tmp}
 * @param maxBytes of one picture
 */
public record ResultRoom(Path folder, long maxBytes) {
    /** Few results are larger, and a folder with less room than this is as good as full. */
    private static final long USUAL_BYTES = 16 << 20;

    ImageSpool open() throws IOException {
        return ImageSpool.open(folder, maxBytes);
    }

    /** Why a picture could not be taken now, if it could not: it would be paid for in vain. */
    public Optional<String> objection() {
        long free = folder.toFile().getUsableSpace();
        long wanted = Math.min(maxBytes, USUAL_BYTES);
        return free >= wanted
                ? Optional.empty()
                : Optional.of("a result would find no room: " + folder + " has " + free + " bytes free, and at least "
                        + wanted + " are wanted before a call; give the function more ephemeral storage");
    }
}
