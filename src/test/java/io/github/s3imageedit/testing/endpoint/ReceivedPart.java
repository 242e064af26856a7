package io.github.s3imageedit.testing.endpoint;

import java.util.Optional;

/**
 * One part of a call's form, as it came.
 *
 * @param value the text of a part without a file name
 */
public record ReceivedPart(
        String name,
        Optional<String> fileName,
        Optional<String> mediaType,
        long length,
        String sha256,
        Optional<String> value) {}
