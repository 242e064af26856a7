package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.edit.EditRequest;
import io.github.s3imageedit.edit.EndpointProfile;
import io.github.s3imageedit.image.HashedContent;
import io.github.s3imageedit.image.ImageContent;
import io.github.s3imageedit.job.EditJob;
import io.github.s3imageedit.job.Picture;
import io.github.s3imageedit.store.ObjectStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The pictures that go into one edit, read straight from S3 whenever they are sent. */
final class Sources {
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
                profile.fields(job.parameters()),
                images,
                job.mask().map(this::content),
                job.parameters().isUploads("model"));
    }

    private ImageContent content(Picture picture) {
        return Objects.requireNonNull(contents.get(picture));
    }

    /** SHA-256 by ETag, of what has been sent to its end. */
    Map<String, String> hashes() {
        Map<String, String> hashes = new LinkedHashMap<>();
        contents.forEach((picture, content) -> {
            Optional<String> sha256 = content.sha256();
            sha256.ifPresent(hash -> hashes.put(picture.etag(), hash));
        });
        return hashes;
    }
}
