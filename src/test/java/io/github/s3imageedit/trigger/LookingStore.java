package io.github.s3imageedit.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.s3imageedit.image.ImageContent;
import io.github.s3imageedit.job.Deadline;
import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.Picture;
import io.github.s3imageedit.job.Upload;
import io.github.s3imageedit.job.UploadEvent;
import io.github.s3imageedit.pipeline.EditCrew;
import io.github.s3imageedit.pipeline.EditObserver;
import io.github.s3imageedit.store.Body;
import io.github.s3imageedit.store.ObjectStore;
import io.github.s3imageedit.store.StoredPicture;
import io.github.s3imageedit.store.StoredText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * A store in which every object is there, asks for nothing where nothing else is said, and troubles where its key asks for
 * it, in the reading of its sidecar, too. Remembers what was looked at, and holds the sidecars of what was refused; pictures are an error.
 */
public final class LookingStore implements ObjectStore {
    private final List<UploadEvent> events = new CopyOnWriteArrayList<>();
    private final Map<String, String> written = new ConcurrentHashMap<>();
    private final Function<UploadEvent, Optional<Upload>> objects;

    /** Objects without tags only. */
    public LookingStore() {
        this(LookingStore::untagged);
    }

    /** @param objects what an event finds */
    public LookingStore(Function<UploadEvent, Optional<Upload>> objects) {
        this.objects = objects;
    }

    /** A crew that works on this store, and can do nothing but look and refuse. */
    EditCrew crew() {
        return crew(50);
    }

    /** The same with so many places. */
    public EditCrew crew(int places) {
        return crew(places, work -> Thread.ofVirtual().start(work));
    }

    EditCrew crew(int places, Executor threads) {
        return crew(places, threads, report -> {});
    }

    /** The same under somebody's eyes. */
    public EditCrew crew(EditObserver observer) {
        return crew(50, work -> Thread.ofVirtual().start(work), observer);
    }

    private EditCrew crew(int places, Executor threads, EditObserver observer) {
        return new EditCrew(new IdlePipeline(this).pipeline(), threads, places, InstantSource.system(), observer);
    }

    /** What an event usually finds. */
    public static Optional<Upload> untagged(UploadEvent event) {
        return switch (event.object().key()) {
            case "gone.png" -> Optional.empty();
            case "trouble.png" -> throw new IllegalStateException("a secret that no one may read");
            default -> tagged(event, Map.of());
        };
    }

    /** An object of no known type. */
    public static Optional<Upload> tagged(UploadEvent event, Map<String, String> tags) {
        return Optional.of(new Upload(new Picture(event.object(), "e1", 20, Optional.empty()), tags, Map.of()));
    }

    /** The keys of what was looked at. */
    public List<String> looked() {
        return events.stream().map(event -> event.object().key()).toList();
    }

    /** What was looked at. */
    List<UploadEvent> events() {
        return List.copyOf(events);
    }

    List<ObjectRef> objects() {
        return events.stream().map(UploadEvent::object).toList();
    }

    void forget() {
        events.clear();
        written.clear();
    }

    /** Sidecars by their keys; others may be put here. */
    Map<String, String> written() {
        return written;
    }

    /** Nothing here takes real time. */
    @Override
    public ObjectStore within(Deadline deadline) {
        return this;
    }

    @Override
    public Optional<Upload> describe(UploadEvent event) {
        events.add(event);
        return objects.apply(event);
    }

    @Override
    public Optional<StoredPicture> picture(ObjectRef object) {
        return Optional.empty();
    }

    @Override
    public boolean liesBeside(ObjectRef picture, String key) {
        return false;
    }

    @Override
    public ImageContent content(Picture picture) {
        throw new AssertionError("nothing is to be read");
    }

    @Override
    public boolean exists(ObjectRef object) {
        return written.containsKey(object.key());
    }

    @Override
    public Optional<StoredText> text(ObjectRef object) {
        if (object.key().startsWith("unreadable")) {
            throw new IllegalStateException("a secret that no one may read");
        }
        return Optional.ofNullable(written.get(object.key())).map(text -> new StoredText(text, "e1", Optional.empty()));
    }

    @Override
    public Optional<String> create(ObjectRef object, Body body, Map<String, String> metadata) {
        try (InputStream words = body.stream().get()) {
            String text = new String(words.readAllBytes(), UTF_8);
            return written.putIfAbsent(object.key(), text) == null ? Optional.of("e1") : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<String> replace(ObjectRef object, Body body, Map<String, String> metadata, String etag) {
        throw new AssertionError("nothing is to be written");
    }
}
