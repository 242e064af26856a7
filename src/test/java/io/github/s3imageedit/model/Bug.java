package io.github.s3imageedit.model;

import java.util.Optional;

/** What could be wrong with the program, or with what it relies on; a search must find what comes of it. */
enum Bug {
    NONE,
    /** The call's last bytes leave before the ledger says so. */
    CLAIM_AFTER_SEND,
    /** What was received is fetched and stored before it is written down, if it ever is. */
    NO_RECEIPT,
    /** Replacing the ledger's entry looks at no ETag. */
    UNCONDITIONAL_LEDGER,
    /** Results replace results. */
    UNCONDITIONAL_RESULTS,
    /** Two invocations of one event write the same bytes. */
    NO_NONCES,
    /** A holder is heard of when it moves on, and never while it waits. */
    NO_RENEWALS,
    /** Giving back an edit leaves nothing behind. */
    RELEASE_DELETES,
    PICTURES_ARE_NOT_STORED,
    SIDECARS_ARE_NOT_STORED,
    /** The endpoint is for ever at work on a call that was lost. */
    RECORDS_TELL_NOTHING;

    /** What is written in a write's place; empty: nothing, although the worker hears that it was. */
    Optional<Request.Write> writes(Request.Write write) {
        String content = write.thing().map(Thing::content).orElse("");
        return switch (this) {
            case NO_RECEIPT ->
                content.contains("\"stage\":\"received\"") && write.isOfLedger()
                        ? Optional.empty()
                        : Optional.of(write);
            case PICTURES_ARE_NOT_STORED ->
                Optional.of(write).filter(kept -> !kept.key().endsWith(".png"));
            case SIDECARS_ARE_NOT_STORED ->
                Optional.of(write).filter(kept -> !kept.key().endsWith(".json"));
            case UNCONDITIONAL_LEDGER ->
                Optional.of(write.expected() instanceof Expected.Etag ? unconditional(write) : write);
            case UNCONDITIONAL_RESULTS -> Optional.of(write.isOfLedger() ? write : unconditional(write));
            case RELEASE_DELETES ->
                Optional.of(
                        write.isOfLedger() && !content.contains("\"holder\"")
                                ? new Request.Write(write.key(), Optional.empty(), write.expected())
                                : write);
            default -> Optional.of(write);
        };
    }

    private static Request.Write unconditional(Request.Write write) {
        return new Request.Write(write.key(), write.thing(), new Expected.Anything());
    }
}
