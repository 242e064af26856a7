package io.github.s3imageedit.testing;

import io.github.s3imageedit.image.SpoolPlace;

/** A place in temporary storage that has room for all. */
public enum AmpleStorage implements SpoolPlace {
    PLACE;

    @Override
    public void awaitRoom() {}

    @Override
    public void leave() {}
}
