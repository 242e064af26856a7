package io.github.s3imageedit.result;

import io.github.s3imageedit.image.ImageType;
import io.github.s3imageedit.image.SpooledImage;
import io.github.s3imageedit.job.Deadline;
import io.github.s3imageedit.job.EditJob;
import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.Picture;
import io.github.s3imageedit.job.Upload;
import io.github.s3imageedit.store.Body;
import io.github.s3imageedit.store.ObjectStore;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Writes results: nothing that stands is ever overwritten, and everything carries the mark of its edit. */
public final class ResultWriter {
    private static final String SHA256 = "sha256";

    private final ObjectStore store;
    private final ResultKeys keys;
    private final SidecarJson json;

    /**
     * A writer.
     *
     * @param version of this program, told in every sidecar
     */
    public ResultWriter(ObjectStore store, ResultKeys keys, String version) {
        this(store, keys, new SidecarJson(version));
    }

    private ResultWriter(ObjectStore store, ResultKeys keys, SidecarJson json) {
        this.store = store;
        this.keys = keys;
        this.json = json;
    }

    /** The same, for as long as there is time. */
    public ResultWriter within(Deadline deadline) {
        return new ResultWriter(store.within(deadline), keys, json);
    }

    /** Where an edit's sidecar lies, or will lie. */
    public ObjectRef sidecar(EditJob job) {
        return keys.sidecar(job);
    }

    /** What a sidecar says; empty where there is none that can be read. */
    public Optional<SidecarFacts> facts(ObjectRef sidecar) {
        return store.text(sidecar).flatMap(found -> SidecarFacts.read(found.text()));
    }

    /** Whether an edit has been decided: done or refused. */
    public boolean isDecided(EditJob job) {
        return store.exists(keys.sidecar(job));
    }

    /**
     * Writes one edited picture. Where one stands already, left by an invocation that did not come to its end, that one
     * counts, so that a sidecar always tells of what is there.
     *
     * @return empty where an object stands that this program did not write
     */
    public Optional<Output> writePicture(EditJob job, int index, SpooledImage image) {
        ObjectRef place = keys.picture(job, index, image.type());
        Map<String, String> metadata = Map.of(Upload.MARK, job.id().value(), SHA256, image.sha256());
        if (store.create(place, Body.of(image), metadata).isEmpty()) {
            return standing(job, place);
        }
        Picture written = new Picture(place, image.sha256(), image.length(), image.header());
        return Optional.of(new Output(written, image.sha256(), Optional.empty()));
    }

    /** One edited picture as it stands, of whichever type it is; empty if there is none of ours. */
    public Optional<Output> findPicture(EditJob job, int index) {
        return Arrays.stream(ImageType.values())
                .map(type -> standing(job, keys.picture(job, index, type)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The same where the key is known. */
    public Optional<Output> pictureAt(EditJob job, String key) {
        return standing(job, ObjectRef.latest(keys.bucket(), key));
    }

    private Optional<Output> standing(EditJob job, ObjectRef place) {
        return store.picture(place)
                .filter(found -> job.id().value().equals(found.metadata().get(Upload.MARK)))
                .flatMap(found -> Optional.ofNullable(found.metadata().get(SHA256))
                        .map(sha256 -> new Output(found.picture(), sha256, Optional.empty())));
    }

    /** A sidecar's words, as they are to be written. */
    public String words(Sidecar sidecar) {
        return json.write(sidecar);
    }

    /**
     * Writes the sidecar, after which an edit is decided.
     *
     * @return where it lies; empty where another one stands there, which was faster
     */
    public Optional<ObjectRef> writeSidecar(EditJob job, String words) {
        ObjectRef place = keys.sidecar(job);
        Body body = Body.json(words);
        Map<String, String> metadata = Map.of(Upload.MARK, job.id().value(), SHA256, body.sha256());
        return store.create(place, body, metadata).isPresent() || isOurs(place, body)
                ? Optional.of(place)
                : Optional.empty();
    }

    /** A put whose reply was lost, and that was repeated, finds its own object. */
    private boolean isOurs(ObjectRef place, Body body) {
        return store.picture(place)
                .filter(standing -> body.sha256().equals(standing.metadata().get(SHA256)))
                .isPresent();
    }
}
