package io.github.s3imageedit.trigger;

import io.github.s3imageedit.image.ImageContent;
import io.github.s3imageedit.job.Deadline;
import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.Picture;
import io.github.s3imageedit.job.Upload;
import io.github.s3imageedit.job.UploadEvent;
import io.github.s3imageedit.pipeline.EditCrew;
import io.github.s3imageedit.store.Body;
import io.github.s3imageedit.store.ObjectStore;
import io.github.s3imageedit.store.StoredPicture;
import io.github.s3imageedit.store.StoredText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A store that holds objects without tags only, and troubles where a key asks for it; remembers what was looked at. */
final class LookingStore implements ObjectStore {
    private final List<String> looked = new CopyOnWriteArrayList<>();

    /** A crew that works on this store, and can do nothing but look. */
    EditCrew crew() {
        return new EditCrew(
                new IdlePipeline(this).pipeline(), work -> Thread.ofVirtual().start(work), 50, () -> Instant.EPOCH);
    }

    List<String> looked() {
        return List.copyOf(looked);
    }

    /** Nothing here takes real time. */
    @Override
    public ObjectStore within(Deadline deadline) {
        return this;
    }

    @Override
    public Optional<Upload> describe(UploadEvent event) {
        String key = event.object().key();
        looked.add(key);
        return switch (key) {
            case "gone.png" -> Optional.empty();
            case "trouble.png" -> throw new IllegalStateException("a secret that no one may read");
            default ->
                Optional.of(new Upload(new Picture(event.object(), "e1", 20, Optional.empty()), Map.of(), Map.of()));
        };
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
        throw new AssertionError("nothing is to be decided");
    }

    @Override
    public Optional<StoredText> text(ObjectRef object) {
        throw new AssertionError("nothing is to be decided");
    }

    @Override
    public Optional<String> create(ObjectRef object, Body body, Map<String, String> metadata) {
        throw new AssertionError("nothing is to be written");
    }

    @Override
    public Optional<String> replace(ObjectRef object, Body body, Map<String, String> metadata, String etag) {
        throw new AssertionError("nothing is to be written");
    }
}
