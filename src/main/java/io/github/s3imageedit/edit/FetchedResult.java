package io.github.s3imageedit.edit;

import io.github.s3imageedit.image.SpooledImage;

/** What became of fetching a result by its link. */
public sealed interface FetchedResult {
    /** The picture; the caller closes it. */
    record Fetched(SpooledImage image) implements FetchedResult {}

    /** It may not be taken, or is nothing that can be. */
    record Refused(String code, String reason) implements FetchedResult {}

    /** It could not be had in time. */
    record Failed(String reason) implements FetchedResult {}
}
