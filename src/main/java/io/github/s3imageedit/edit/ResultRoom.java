package io.github.s3imageedit.edit;

import io.github.s3imageedit.image.ImageSpool;
import java.io.IOException;
import java.nio.file.Path;

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

    /** Whether a picture could be taken now: one that could not would be paid for in vain. */
    public boolean isFree() {
        return folder.toFile().getUsableSpace() >= Math.min(maxBytes, USUAL_BYTES);
    }

    @Override
    public String toString() {
        return folder + " has " + folder.toFile().getUsableSpace() + " bytes free, and a result takes up to "
                + Math.min(maxBytes, USUAL_BYTES) + "; give the function more ephemeral storage";
    }
}
