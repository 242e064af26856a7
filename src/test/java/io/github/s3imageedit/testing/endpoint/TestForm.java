package io.github.s3imageedit.testing.endpoint;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Multipart text for the stand-in's own tests, right or wrong as the test writes it. */
final class TestForm {
    static final String BOUNDARY = "stand-in-boundary";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static TestForm of(byte[] picture) {
        return new TestForm()
                .text("model", "gemini-3-pro-image")
                .text("prompt", "add a red hat")
                .png("image", picture);
    }

    TestForm text(String name, String value) {
        return part("Content-Disposition: form-data; name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    TestForm png(String name, byte[] content) {
        return file(name, "picture.png", "image/png", content);
    }

    TestForm file(String name, String fileName, String mediaType, byte[] content) {
        return part(
                "Content-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName + "\"\r\nContent-Type: "
                        + mediaType,
                content);
    }

    TestForm part(String head, byte[] content) {
        raw("--" + BOUNDARY + "\r\n" + head + "\r\n\r\n");
        bytes.writeBytes(content);
        return raw("\r\n");
    }

    TestForm raw(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    byte[] open() {
        return bytes.toByteArray();
    }

    byte[] closed() {
        return new TestForm()
                .raw(bytes.toString(StandardCharsets.ISO_8859_1))
                .raw("--" + BOUNDARY + "--\r\n")
                .open();
    }
}
