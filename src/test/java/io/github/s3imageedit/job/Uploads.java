package io.github.s3imageedit.job;

import io.github.s3imageedit.image.ImageHeader;
import io.github.s3imageedit.image.ImageHeader.Dimensions;
import io.github.s3imageedit.image.ImageType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Uploads as tests need them: where nothing else is said, a PNG of 64 by 48 pixels and 1,000 bytes. */
final class Uploads {
    static final long MAX_BYTES = 5000;
    static final JobRules RULES =
            new JobRules("gemini-3-pro-image", Optional.empty(), Set.of("guidance_scale"), "in/", MAX_BYTES);
    static final JobRules WITH_DEFAULT_PROMPT =
            new JobRules("gemini-3-pro-image", Optional.of("a red hat"), Set.of(), "in/", MAX_BYTES);
    static final Optional<ImageHeader> PNG = header(ImageType.PNG, false);
    static final Optional<ImageHeader> NO_PICTURE = Optional.empty();

    private Uploads() {}

    static Optional<ImageHeader> header(ImageType type, boolean alpha) {
        return Optional.of(new ImageHeader(type, Optional.of(new Dimensions(64, 48)), alpha));
    }

    static Optional<ImageHeader> header(ImageType type, int width, int height) {
        return Optional.of(new ImageHeader(type, Optional.of(new Dimensions(width, height)), true));
    }

    static Optional<ImageHeader> damaged(ImageType type) {
        return Optional.of(new ImageHeader(type, Optional.empty(), false));
    }

    static Picture picture(String key, String etag, long bytes, Optional<ImageHeader> header) {
        return new Picture(ObjectRef.latest("inbox", key), etag, bytes, header);
    }

    static Picture tom() {
        return picture("in/tom.png", "e1", 1000, PNG);
    }

    static Picture mask(String etag) {
        return picture("in/tom.png.mask.png", etag, 500, header(ImageType.PNG, true));
    }

    /** @param tags as in {@code name=value} */
    static Upload upload(Picture picture, String... tags) {
        return new Upload(picture, tags(tags), Map.of());
    }

    static Upload upload(String... tags) {
        return upload(tom(), tags);
    }

    static Upload marked(String... tags) {
        return new Upload(tom(), tags(tags), Map.of(Upload.MARK, "3f9a1c20b7de4410"));
    }

    static Map<String, String> tags(String... tags) {
        Map<String, String> byName = new LinkedHashMap<>();
        for (String tag : tags) {
            int equals = tag.indexOf('=');
            byName.put(tag.substring(0, equals), tag.substring(equals + 1));
        }
        return byName;
    }

    static Wish wish(JobRules rules, String... tags) {
        return new JobReader(rules).wish(upload(tags), Map.of());
    }

    static Wish wish(String... tags) {
        return wish(RULES, tags);
    }

    static JobDecision decide(JobRules rules, Upload upload) {
        return decide(rules, upload, Optional.empty(), List.of());
    }

    static JobDecision decide(JobRules rules, Upload upload, Optional<Picture> mask, List<Picture> images) {
        JobReader reader = new JobReader(rules);
        return reader.decide(upload, reader.wish(upload, Map.of()), mask, images);
    }
}
