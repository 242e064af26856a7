package io.github.s3imageedit.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Optional;

/** A picture format, recognised by its first bytes alone: neither names nor declared media types are believed. */
public enum ImageType {
    PNG("image/png", "png", true),
    JPEG("image/jpeg", "jpg", true),
    WEBP("image/webp", "webp", true),
    /** Comes back from endpoints that convert; is never sent to one. */
    GIF("image/gif", "gif", false),
    /** Comes back from endpoints that convert; is never sent to one. */
    AVIF("image/avif", "avif", false);

    /** So many bytes from the start are enough for {@link #recognise}. */
    public static final int MAGIC_BYTES = 12;

    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private final String mediaType;
    private final String extension;
    private final boolean editable;

    ImageType(String mediaType, String extension, boolean editable) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.editable = editable;
    }

    /** Recognises a format by the first {@value #MAGIC_BYTES} bytes; fewer are no picture. */
    public static Optional<ImageType> recognise(byte[] head) {
        if (head.length < MAGIC_BYTES) {
            return Optional.empty();
        }
        if (Arrays.equals(head, 0, PNG_SIGNATURE.length, PNG_SIGNATURE, 0, PNG_SIGNATURE.length)) {
            return Optional.of(PNG);
        }
        if (text(head, 0, 3).equals("\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (text(head, 0, 4).equals("RIFF") && text(head, 8, 12).equals("WEBP")) {
            return Optional.of(WEBP);
        }
        if (text(head, 0, 6).equals("GIF87a") || text(head, 0, 6).equals("GIF89a")) {
            return Optional.of(GIF);
        }
        return text(head, 4, 12).matches("ftypavi[fs]") ? Optional.of(AVIF) : Optional.empty();
    }

    private static String text(byte[] head, int from, int to) {
        return new String(head, from, to - from, ISO_8859_1);
    }

    public String mediaType() {
        return mediaType;
    }

    /** The usual file name extension, without a dot. */
    public String extension() {
        return extension;
    }

    /** Whether edit endpoints take it as input: PNG, JPEG and WebP only. */
    public boolean editable() {
        return editable;
    }
}
