package io.github.s3imageedit.testing.endpoint;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The results that may be fetched by their links, for as long as the stand-in runs. */
final class MediaShelf {
    private final Map<String, ResultPicture> pictures = new ConcurrentHashMap<>();

    /** The path under which it can be fetched. */
    String put(ResultPicture picture) {
        String path = "/media/" + UUID.randomUUID() + "." + picture.format();
        pictures.put(path, picture);
        return path;
    }

    Optional<ResultPicture> find(String path) {
        return Optional.ofNullable(pictures.get(path));
    }

    void clear(Workspace workspace) throws IOException {
        for (ResultPicture picture : pictures.values()) {
            workspace.delete(picture.file());
        }
        pictures.clear();
    }
}
