package io.github.s3imageedit.job;

import java.util.List;
import java.util.Optional;

/** Objects that belong to the picture beside which they lie, by their names. */
public final class SideFiles {
    private static final String MASK_SUFFIX = ".mask.png";
    private static final List<String> SUFFIXES = List.of(MASK_SUFFIX, ".edit.json", ".prompt.txt");

    private SideFiles() {}

    public static boolean isSideFile(ObjectRef object) {
        return SUFFIXES.stream().anyMatch(object.key()::endsWith);
    }

    /** The picture that a side file belongs to; empty for a folder's own, and for one of another side file. */
    public static Optional<ObjectRef> pictureOf(ObjectRef sideFile) {
        return SUFFIXES.stream()
                .filter(sideFile.key()::endsWith)
                .map(suffix -> sideFile.key().substring(0, sideFile.key().length() - suffix.length()))
                .filter(key -> !key.isEmpty() && !key.endsWith("/"))
                .map(sideFile::sibling)
                .filter(picture -> !isSideFile(picture))
                .findFirst();
    }

    /** Where a mask lies that no tag names. */
    public static String maskKey(String pictureKey) {
        return pictureKey + MASK_SUFFIX;
    }
}
