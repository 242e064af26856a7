package io.github.s3imageedit.ledger;

import io.github.s3imageedit.job.EditId;
import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.Upload;
import io.github.s3imageedit.store.Body;
import io.github.s3imageedit.store.ObjectStore;
import io.github.s3imageedit.store.StoreException;
import io.github.s3imageedit.store.StoredText;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * One edit's ledger object in the eyes of one invocation, which knows its own writes again when S3's replies to them got
 * lost. Every write has a nonce, for equal bytes would have equal ETags, and a stale condition could hold.
 */
final class LedgerFile {
    private static final int MAX_TRIES = 4;

    private final ObjectStore store;
    private final ObjectRef place;
    private final Map<String, String> metadata;
    private final String writer;
    private final AtomicInteger writes = new AtomicInteger();
    private volatile Optional<Found> lastRead = Optional.empty();

    /** @param writer tells this invocation from all others, those of the same event too */
    LedgerFile(ObjectStore store, LedgerPlace place, EditId edit, String writer) {
        this.store = store;
        this.place = place.of(edit);
        this.metadata = Map.of(Upload.MARK, edit.value());
        this.writer = writer;
    }

    /**
     * The object as it stands.
     *
     * @param etag the condition of the next write
     * @param age since it was written, by S3's clock
     */
    record Found(LedgerEntry entry, String nonce, String etag, Optional<Duration> age) {}

    /** @throws UnreadableLedgerException if it is no ledger object */
    Optional<Found> read() {
        lastRead = store.text(place).map(this::parsed);
        return lastRead;
    }

    /** What was found when it was last looked at, as by a write that was refused. */
    Optional<Found> lastRead() {
        return lastRead;
    }

    private Found parsed(StoredText stored) {
        try {
            EntryReader read = EntryReader.read(stored.text());
            return new Found(read.entry(), read.nonce(), stored.etag(), stored.age());
        } catch (IOException e) {
            throw new UnreadableLedgerException(place, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Writes the first entry.
     *
     * @return its ETag; empty if somebody else's stands
     */
    Optional<String> create(LedgerEntry entry) {
        String nonce = nonce();
        try {
            return written(nonce, body -> store.create(place, body, metadata), entry);
        } catch (UnreadableLedgerException e) {
            return Optional.empty();
        }
    }

    /**
     * Writes the next entry, if the one that has the ETag still stands, or another one by this same writer.
     *
     * @return its ETag; empty if somebody else's stands, or none
     */
    Optional<String> replace(LedgerEntry entry, String etag) {
        String nonce = nonce();
        String condition = etag;
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            String expected = condition;
            Optional<String> written = written(nonce, body -> store.replace(place, body, metadata, expected), entry);
            if (written.isPresent()) {
                return written;
            }
            // An earlier write of ours may have arrived after all: its reply got lost, and so did its ETag.
            Optional<Found> ours = read().filter(found -> found.nonce().startsWith(writer + "."));
            if (ours.isEmpty()) {
                return Optional.empty();
            }
            condition = ours.get().etag();
        }
        return Optional.empty();
    }

    private Optional<String> written(String nonce, Function<Body, Optional<String>> write, LedgerEntry entry) {
        try {
            return write.apply(Body.json(EntryWriter.write(entry, nonce))).or(() -> standing(nonce));
        } catch (StoreException e) {
            return standingAfter(e, nonce);
        }
    }

    private Optional<String> standing(String nonce) {
        return read().filter(found -> found.nonce().equals(nonce)).map(Found::etag);
    }

    /** Without a reply, only a look can tell whether the write was carried out. */
    private Optional<String> standingAfter(StoreException failure, String nonce) {
        Optional<String> standing;
        try {
            standing = standing(nonce);
        } catch (StoreException second) {
            failure.addSuppressed(second);
            throw failure;
        }
        if (standing.isEmpty()) {
            throw failure;
        }
        return standing;
    }

    private String nonce() {
        return writer + "." + writes.incrementAndGet();
    }

    @Override
    public String toString() {
        return place.toString();
    }
}
