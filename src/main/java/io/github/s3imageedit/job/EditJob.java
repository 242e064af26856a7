package io.github.s3imageedit.job;

import java.util.List;
import java.util.Optional;

/** One edit: which picture, with which parts, and what is asked. */
public record EditJob(EditId id, Picture source, Optional<Picture> mask, List<Picture> images, Wish wish) {
    public EditJob {
        images = List.copyOf(images);
    }

    static EditJob of(Picture source, Wish wish, Optional<Picture> mask, List<Picture> images) {
        return new EditJob(EditId.of(source, wish, mask, images), source, mask, images, wish);
    }

    public Parameters parameters() {
        return wish.parameters();
    }
}
