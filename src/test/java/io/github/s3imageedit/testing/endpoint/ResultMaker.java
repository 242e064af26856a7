package io.github.s3imageedit.testing.endpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes the pictures of a reply: painted, or the files that a test has laid ready. */
final class ResultMaker {
    private final Painter painter;
    private volatile List<Path> laidReady = List.of();

    ResultMaker(Painter painter) {
        this.painter = painter;
    }

    void layReady(List<Path> files) {
        laidReady = List.copyOf(files);
    }

    List<ResultPicture> make(EditOrder order) throws IOException {
        List<Path> ready = laidReady;
        List<ResultPicture> results = new ArrayList<>();
        for (int index = 0; index < order.count(); index++) {
            Path file = ready.isEmpty() ? painter.paint(order, index) : ready.get(index % ready.size());
            results.add(ResultPicture.of(file));
        }
        return results;
    }
}
