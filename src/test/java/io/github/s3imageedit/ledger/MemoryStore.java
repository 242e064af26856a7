package io.github.s3imageedit.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.s3imageedit.image.ImageContent;
import io.github.s3imageedit.job.Deadline;
import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.Picture;
import io.github.s3imageedit.job.Upload;
import io.github.s3imageedit.job.UploadEvent;
import io.github.s3imageedit.store.Body;
import io.github.s3imageedit.store.ObjectStore;
import io.github.s3imageedit.store.StoreFailures;
import io.github.s3imageedit.store.StoredPicture;
import io.github.s3imageedit.store.StoredText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** One bucket in memory, with conditional writes whose replies can get lost. */
final class MemoryStore implements ObjectStore {
    /** What becomes of a write. */
    enum Fate {
        TAKEN,
        /** As by a repetition of its own within the SDK, which then finds itself. */
        TAKEN_BUT_DENIED,
        TAKEN_BUT_SILENT,
        REFUSED,
        /** Without a reply, and carried out only when {@link #arrive} is called, if its condition still holds. */
        LATE
    }

    private record Stored(String text, String etag, Instant at) {}

    private final InstantSource clock;
    private final Map<ObjectRef, Stored> objects = new HashMap<>();
    private final Deque<Fate> fates = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final List<Runnable> late = new ArrayList<>();
    private Runnable beforeWrite = () -> {};
    private Runnable beforeRead = () -> {};
    private boolean tellsAge = true;
    private int failingReads;

    MemoryStore(InstantSource clock) {
        this.clock = clock;
    }

    /** The next writes meet these; after them all is well. */
    void script(Fate... next) {
        fates.addAll(List.of(next));
    }

    void failReads(int times) {
        failingReads = times;
    }

    void tellNoAge() {
        tellsAge = false;
    }

    /** Somebody else is faster than the next write. */
    void beforeNextWrite(Runnable action) {
        beforeWrite = action;
    }

    /** Something else happens before the next read is answered. */
    void beforeNextRead(Runnable action) {
        beforeRead = action;
    }

    void arrive() {
        late.forEach(Runnable::run);
        late.clear();
    }

    void put(ObjectRef place, String text) {
        apply(place, Body.json(text), found -> true);
    }

    void delete(ObjectRef place) {
        objects.remove(place);
    }

    /** Every write that was tried, in order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** Nothing here takes real time. */
    @Override
    public ObjectStore within(Deadline deadline) {
        return this;
    }

    @Override
    public Optional<StoredText> text(ObjectRef object) {
        Runnable before = beforeRead;
        beforeRead = () -> {};
        before.run();
        if (failingReads > 0) {
            failingReads--;
            throw StoreFailures.moment();
        }
        return Optional.ofNullable(objects.get(object))
                .map(found ->
                        new StoredText(found.text(), found.etag(), age(found).filter(age -> tellsAge)));
    }

    /** S3 tells both moments in whole seconds. */
    private Optional<Duration> age(Stored found) {
        return Optional.of(Duration.between(
                found.at().truncatedTo(ChronoUnit.SECONDS), clock.instant().truncatedTo(ChronoUnit.SECONDS)));
    }

    @Override
    public Optional<String> create(ObjectRef object, Body body, Map<String, String> metadata) {
        return write(object, body, Optional::isEmpty);
    }

    @Override
    public Optional<String> replace(ObjectRef object, Body body, Map<String, String> metadata, String etag) {
        return write(
                object,
                body,
                found -> found.filter(stored -> stored.etag().equals(etag)).isPresent());
    }

    private Optional<String> write(ObjectRef object, Body body, Predicate<Optional<Stored>> condition) {
        Runnable before = beforeWrite;
        beforeWrite = () -> {};
        before.run();
        asked.add(textOf(body));
        Fate fate = Optional.ofNullable(fates.poll()).orElse(Fate.TAKEN);
        return switch (fate) {
            case TAKEN -> apply(object, body, condition);
            case TAKEN_BUT_DENIED -> apply(object, body, condition).filter(etag -> false);
            case TAKEN_BUT_SILENT -> {
                apply(object, body, condition);
                throw StoreFailures.moment();
            }
            case REFUSED -> throw StoreFailures.moment();
            case LATE -> {
                late.add(() -> apply(object, body, condition));
                throw StoreFailures.moment();
            }
        };
    }

    private Optional<String> apply(ObjectRef object, Body body, Predicate<Optional<Stored>> condition) {
        if (!condition.test(Optional.ofNullable(objects.get(object)))) {
            return Optional.empty();
        }
        objects.put(object, new Stored(textOf(body), body.sha256(), clock.instant()));
        return Optional.of(body.sha256());
    }

    private static String textOf(Body body) {
        try (InputStream stream = body.stream().get()) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException("from memory", impossible);
        }
    }

    @Override
    public Optional<Upload> describe(UploadEvent event) {
        throw new UnsupportedOperationException("the ledger reads no uploads");
    }

    @Override
    public Optional<StoredPicture> picture(ObjectRef object) {
        throw new UnsupportedOperationException("the ledger reads no pictures");
    }

    @Override
    public boolean liesBeside(ObjectRef picture, String key) {
        throw new UnsupportedOperationException("the ledger lists nothing");
    }

    @Override
    public ImageContent content(Picture picture) {
        throw new UnsupportedOperationException("the ledger reads no pictures");
    }

    @Override
    public boolean exists(ObjectRef object) {
        throw new UnsupportedOperationException("the ledger reads what it looks for");
    }
}
