package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.edit.EditRequest;
import io.github.s3imageedit.edit.EndpointProfile;
import io.github.s3imageedit.image.ContentChangedException;
import io.github.s3imageedit.image.HashedContent;
import io.github.s3imageedit.image.ImageContent;
import io.github.s3imageedit.job.EditJob;
import io.github.s3imageedit.job.Picture;
import io.github.s3imageedit.store.ObjectStore;
import io.github.s3imageedit.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pictures that go into one edit, read straight from S3 whenever they are sent. */
final class Sources {
    private static final Logger LOG = LoggerFactory.getLogger(Sources.class);

    private final EditJob job;
    private final Map<Picture, HashedContent> contents = new LinkedHashMap<>();

    Sources(EditJob job, ObjectStore store) {
        this.job = job;
        List<Picture> pictures = new ArrayList<>(job.images());
        pictures.add(job.source());
        job.mask().ifPresent(pictures::add);
        pictures.forEach(picture -> contents.put(picture, new HashedContent(store.content(picture))));
    }

    EditRequest request(EndpointProfile profile) {
        List<ImageContent> images = new ArrayList<>();
        images.add(content(job.source()));
        job.images().forEach(image -> images.add(content(image)));
        return new EditRequest(
                job.source().object().toString(),
                profile.fields(job.parameters()),
                images,
                job.mask().map(this::content),
                job.parameters().isUploads("model"));
    }

    private ImageContent content(Picture picture) {
        return Objects.requireNonNull(contents.get(picture));
    }

    /** Reads what another invocation has sent, so that a sidecar can tell of it; what is gone by now, it cannot. */
    Map<String, String> hashesReadAgain() {
        contents.values().forEach(Sources::readToItsEnd);
        return hashes();
    }

    private static void readToItsEnd(ImageContent content) {
        try (InputStream stream = content.open()) {
            stream.transferTo(OutputStream.nullOutputStream());
        } catch (IOException | StoreException | ContentChangedException e) {
            LOG.info("not read again: {}", e.getMessage());
        }
    }

    /** SHA-256 by ETag, of what has been read to its end. */
    Map<String, String> hashes() {
        Map<String, String> hashes = new LinkedHashMap<>();
        contents.forEach((picture, content) -> {
            Optional<String> sha256 = content.sha256();
            sha256.ifPresent(hash -> hashes.put(picture.etag(), hash));
        });
        return hashes;
    }
}
