package io.github.s3imageedit.edit;

import io.github.s3imageedit.image.SpooledImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** A sink that keeps the bytes, in the order in which they came. */
final class ReceivedPictures implements PictureSink {
    private final List<Integer> indexes = new ArrayList<>();
    private final List<byte[]> pictures = new ArrayList<>();

    @Override
    public void accept(int index, SpooledImage image) throws IOException {
        indexes.add(index);
        try (InputStream stream = image.open()) {
            pictures.add(stream.readAllBytes());
        }
    }

    List<Integer> indexes() {
        return List.copyOf(indexes);
    }

    List<byte[]> pictures() {
        return List.copyOf(pictures);
    }
}
