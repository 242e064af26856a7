package io.github.s3imageedit.testing.endpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A finished picture's file, and what the reply says of it. */
record ResultPicture(Path file, String mediaType, Dimensions dimensions) {
    static ResultPicture of(Path file) throws IOException {
        Optional<PictureFacts> facts = PictureFacts.read(file);
        return new ResultPicture(
                file,
                facts.map(PictureFacts::mediaType).orElseGet(() -> mediaTypeByName(file)),
                facts.map(known -> new Dimensions(known.width(), known.height()))
                        .orElse(new Dimensions(0, 0)));
    }

    /** {@code png} for {@code image/png}. */
    String format() {
        return mediaType.substring(mediaType.indexOf('/') + 1);
    }

    private static String mediaTypeByName(Path file) {
        try {
            return Optional.ofNullable(Files.probeContentType(file)).orElse("application/octet-stream");
        } catch (IOException unknown) {
            return "application/octet-stream";
        }
    }
}
