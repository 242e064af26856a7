package io.github.s3imageedit.ledger;

import java.util.Optional;

/**
 * One picture of a receipt.
 *
 * @param index from 0
 * @param link where to fetch it; empty: it came inline
 * @param key where it was stored when the receipt was written; with neither, it could not be
 */
public record ReceivedPicture(int index, Optional<String> link, Optional<String> key, Optional<String> revisedPrompt) {
    /** A link gives access: it stays out of logs. */
    @Override
    public String toString() {
        return "picture " + (index + 1);
    }
}
