package io.github.s3imageedit.image;

import java.io.IOException;

/** One picture's place in temporary storage, which it shares with others. */
public interface SpoolPlace {
    /** Waits, where room is short, until others have left theirs; room for a few kilobytes, asked for again after them. */
    void awaitRoom() throws IOException;

    /** The picture is gone, and its room free; may be said more than once. */
    void leave();
}
