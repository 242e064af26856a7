package io.github.s3imageedit.model;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.s3imageedit.image.ImageContent;
import io.github.s3imageedit.image.ImageHeader;
import io.github.s3imageedit.image.ImageHeaders;
import io.github.s3imageedit.image.ImageType;
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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** S3 in the eyes of one worker. The upload never changes: looking at it is no step. */
final class ScriptedStore implements ObjectStore {
    private static final int ETAG_DIGITS = 32;
    /** Nobody ever writes such pictures here: to look for one is no step. */
    private static final List<String> OTHER_TYPES = Arrays.stream(ImageType.values())
            .filter(type -> type != ImageType.PNG)
            .map(type -> "." + type.extension())
            .toList();

    private final Script script;
    private final Upload upload;
    private final Bug bug;

    ScriptedStore(Script script, Upload upload, Bug bug) {
        this.script = script;
        this.upload = upload;
        this.bug = bug;
    }

    /** Whether S3 keeps silent is the world's affair. */
    @Override
    public ObjectStore within(Deadline deadline) {
        return this;
    }

    @Override
    public Optional<Upload> describe(UploadEvent event) {
        return Optional.of(upload);
    }

    @Override
    public Optional<StoredPicture> picture(ObjectRef object) {
        return read(object, false)
                .thing()
                .map(thing -> new StoredPicture(
                        new Picture(object, thing.etag(), thing.content().length(), header(thing)), thing.metadata()));
    }

    private static Optional<ImageHeader> header(Thing thing) {
        try {
            return ImageHeaders.read(new ByteArrayInputStream(thing.content().getBytes(ISO_8859_1)));
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
        return read(object, false).thing().isPresent();
    }

    @Override
    public Optional<StoredText> text(ObjectRef object) {
        Reply.Found found = read(object, true);
        return found.thing()
                .map(thing -> new StoredText(
                        new String(thing.content().getBytes(ISO_8859_1), UTF_8),
                        thing.etag(),
                        Optional.of(found.age())));
    }

    @Override
    public Optional<String> create(ObjectRef object, Body body, Map<String, String> metadata) {
        return write(object, body, metadata, new Expected.Nothing());
    }

    @Override
    public Optional<String> replace(ObjectRef object, Body body, Map<String, String> metadata, String etag) {
        return write(object, body, metadata, new Expected.Etag(etag));
    }

    private Reply.Found read(ObjectRef object, boolean aged) {
        if (OTHER_TYPES.stream().anyMatch(object.key()::endsWith)) {
            return new Reply.Found(Optional.empty(), Duration.ZERO);
        }
        return switch (script.ask(new Request.Read(object.key(), aged))) {
            case Reply.Found found -> found;
            case Reply.Failed failed -> throw StoreFailures.moment();
            case Reply other -> throw new AssertionError(other);
        };
    }

    private Optional<String> write(ObjectRef object, Body body, Map<String, String> metadata, Expected expected) {
        Thing thing = new Thing(content(body), metadata, body.sha256().substring(0, ETAG_DIGITS));
        Optional<Request.Write> request = bug.writes(new Request.Write(object.key(), Optional.of(thing), expected));
        if (request.isEmpty()) {
            return Optional.of(thing.etag());
        }
        return switch (script.ask(request.get())) {
            case Reply.Written written -> written.etag();
            case Reply.Failed failed -> throw StoreFailures.moment();
            case Reply other -> throw new AssertionError(other);
        };
    }

    private static String content(Body body) {
        try (InputStream stream = body.stream().get()) {
            return new String(stream.readAllBytes(), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
