package io.github.s3imageedit.ledger;

import io.github.s3imageedit.edit.ReplyFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What was paid for, and where it is to be had.
 *
 * @param at when the answer came, by the caller's clock: links live for an hour
 * @param complete false where the reply broke off behind the last picture
 * @param hashes SHA-256 of what was sent, by ETag
 */
public record Receipt(
        Instant at, ReplyFacts facts, boolean complete, List<ReceivedPicture> pictures, Map<String, String> hashes) {
    public Receipt {
        pictures = List.copyOf(pictures);
        hashes = Map.copyOf(hashes);
    }
}
