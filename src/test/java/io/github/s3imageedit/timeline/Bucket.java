package io.github.s3imageedit.timeline;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.s3imageedit.image.ImageContent;
import io.github.s3imageedit.image.ImageHeader;
import io.github.s3imageedit.image.ImageHeaders;
import io.github.s3imageedit.image.ImageType;
import io.github.s3imageedit.image.Sha256;
import io.github.s3imageedit.job.Deadline;
import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.Picture;
import io.github.s3imageedit.job.Upload;
import io.github.s3imageedit.job.UploadEvent;
import io.github.s3imageedit.store.Body;
import io.github.s3imageedit.store.ObjectStore;
import io.github.s3imageedit.store.StoredPicture;
import io.github.s3imageedit.store.StoredText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An S3 in memory, each request of which is a step; the upload is described by whoever makes it. */
final class Bucket implements ObjectStore {
    private static final Duration REQUEST = Duration.ofMillis(30);

    private final Map<String, Thing> things = new TreeMap<>();
    private final Time time;
    private final Steps steps;
    private final Upload upload;

    /** @param content each byte as the character of its number */
    private record Thing(String content, Map<String, String> metadata, Instant written) {
        String etag() {
            return Sha256.hexOf(content).substring(0, 32);
        }

        byte[] bytes() {
            return content.getBytes(ISO_8859_1);
        }
    }

    Bucket(Time time, Steps steps, Upload upload) {
        this.time = time;
        this.steps = steps;
        this.upload = upload;
    }

    /** What stands there, unnoticed by anyone. */
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        things.forEach((key, thing) -> texts.put(key, new String(thing.bytes(), UTF_8)));
        return texts;
    }

    /** Nothing here takes real time. */
    @Override
    public ObjectStore within(Deadline deadline) {
        return this;
    }

    @Override
    public Optional<Upload> describe(UploadEvent event) {
        return Optional.of(upload);
    }

    private Optional<Thing> get(String key) {
        String step = "get " + name(key);
        steps.before(step, REQUEST);
        Optional<Thing> found = Optional.ofNullable(things.get(key));
        steps.after(step);
        return found;
    }

    @Override
    public Optional<StoredPicture> picture(ObjectRef object) {
        return get(object.key())
                .map(thing -> new StoredPicture(
                        new Picture(object, thing.etag(), thing.bytes().length, header(thing.bytes())),
                        thing.metadata()));
    }

    private static Optional<ImageHeader> header(byte[] bytes) {
        try {
            return ImageHeaders.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean liesBeside(ObjectRef picture, String key) {
        return false;
    }

    @Override
    public ImageContent content(Picture picture) {
        return new Unread(picture);
    }

    @Override
    public boolean exists(ObjectRef object) {
        return get(object.key()).isPresent();
    }

    @Override
    public Optional<StoredText> text(ObjectRef object) {
        return get(object.key())
                .map(thing -> new StoredText(
                        new String(thing.bytes(), UTF_8),
                        thing.etag(),
                        Optional.of(Duration.between(thing.written(), time.instant()))));
    }

    @Override
    public Optional<String> create(ObjectRef object, Body body, Map<String, String> metadata) {
        return put(object.key(), body, metadata, Optional.empty());
    }

    @Override
    public Optional<String> replace(ObjectRef object, Body body, Map<String, String> metadata, String etag) {
        return put(object.key(), body, metadata, Optional.of(etag));
    }

    private Optional<String> put(String key, Body body, Map<String, String> metadata, Optional<String> expected) {
        String step = "put " + name(key);
        steps.before(step, REQUEST);
        boolean allowed = Optional.ofNullable(things.get(key)).map(Thing::etag).equals(expected);
        Thing thing = new Thing(content(body), metadata, time.instant());
        if (allowed) {
            things.put(key, thing);
        }
        steps.after(step);
        return allowed ? Optional.of(thing.etag()) : Optional.empty();
    }

    private static String content(Body body) {
        try (InputStream stream = body.stream().get()) {
            return new String(stream.readAllBytes(), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(String key) {
        if (key.startsWith(".ledger/")) {
            return "ledger";
        }
        return key.endsWith(".json") ? "sidecar" : "picture";
    }

    /** The endpoint here looks at nothing that it is sent. */
    private record Unread(Picture picture) implements ImageContent {
        @Override
        public long length() {
            return picture.bytes();
        }

        @Override
        public ImageType type() {
            return ImageType.PNG;
        }

        @Override
        public InputStream open() {
            return InputStream.nullInputStream();
        }
    }
}
