package io.github.s3imageedit.edit;

import io.github.s3imageedit.image.ImageContent;
import io.github.s3imageedit.image.ImageType;
import io.github.s3imageedit.testing.BigPicture;
import io.github.s3imageedit.testing.Samples;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests that tests send. */
final class Requests {
    /** For calls of which nobody keeps a record. */
    static final Permit PERMIT = new Permit(TraceParent.of("call"), () -> {});

    private static final String MODEL = "gemini-3-pro-image";

    private Requests() {}

    /** A small picture that the stand-in takes. */
    static ImageContent picture() {
        return CountingContent.of(ImageType.PNG, Samples.png(48, 32));
    }

    /** A valid picture, larger than what sockets hold back. */
    static ImageContent bigPicture(int megabytes) {
        BigPicture picture = BigPicture.ofMegabytes(megabytes);
        return new ImageContent() {
            @Override
            public long length() {
                return picture.length();
            }

            @Override
            public ImageType type() {
                return ImageType.PNG;
            }

            @Override
            public InputStream open() {
                return picture.open();
            }
        };
    }

    static EditRequest edit() {
        return edit(picture());
    }

    static EditRequest edit(ImageContent... images) {
        return with(fields("prompt", "add a hat"), images);
    }

    /** Asks for the pictures within the reply. */
    static EditRequest inline(int count) {
        return with(
                fields("prompt", "add a hat", "n", String.valueOf(count), "response_format", "b64_json"), picture());
    }

    static EditRequest with(Map<String, String> fields, ImageContent... images) {
        return new EditRequest("s3://inbox/tom.png", fields, List.of(images), Optional.empty(), false);
    }

    static EditRequest masked(ImageContent mask, ImageContent... images) {
        return new EditRequest(
                "s3://inbox/tom.png", fields("prompt", "add a hat"), List.of(images), Optional.of(mask), false);
    }

    /** Whether the upload itself named the model. */
    static EditRequest modelNamed(boolean byUpload) {
        return new EditRequest("s3://inbox/tom.png", fields(), List.of(picture()), Optional.empty(), byUpload);
    }

    /** Names and values in turn, behind the model. */
    static Map<String, String> fields(String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("model", MODEL);
        for (int index = 0; index < namesAndValues.length; index += 2) {
            fields.put(namesAndValues[index], namesAndValues[index + 1]);
        }
        return fields;
    }
}
