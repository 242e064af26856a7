package io.github.s3imageedit.testing.endpoint;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One part of a form, its bytes in the workspace.
 *
 * @param value the text of a part without a file name
 */
record FormPart(PartHead head, long length, String sha256, Optional<String> value, Path content) {
    String name() {
        return head.name();
    }

    boolean isFile() {
        return head.fileName().isPresent();
    }

    ReceivedPart received() {
        return new ReceivedPart(head.name(), head.fileName(), head.mediaType(), length, sha256, value);
    }
}
