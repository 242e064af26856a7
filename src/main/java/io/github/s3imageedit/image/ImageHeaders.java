package io.github.s3imageedit.image;

import io.github.s3imageedit.image.ImageHeader.Dimensions;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;

/**
 * Reads type, dimensions and transparency from the start of a stream: a few bytes of most pictures, never the pixels, and
 * never more than one small record in memory.
 *
 * <p>Sources: PNG (W3C, section 11), JPEG (ITU T.81, annex B), WebP (RFC 9649), GIF89a, AVIF (ISO 14496-12 {@code ispe}).
 */
public final class ImageHeaders {
    private static final int GREY_ALPHA = 4;
    private static final int RGB_ALPHA = 6;
    /** AVIF keeps its properties near the start. */
    private static final int AVIF_SEARCH_BYTES = 4096;

    private ImageHeaders() {}

    /**
     * Reads the header from a stream that stands at the first byte; the stream is left somewhere behind the header.
     *
     * @return empty where the bytes are no known picture
     * @throws EOFException if the stream ends before the header does
     */
    public static Optional<ImageHeader> read(InputStream stream) throws IOException {
        byte[] magic = stream.readNBytes(ImageType.MAGIC_BYTES);
        Optional<ImageType> type = ImageType.recognise(magic);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        DataInputStream data = new DataInputStream(new SequenceInputStream(new ByteArrayInputStream(magic), stream));
        return Optional.of(
                switch (type.get()) {
                    case PNG -> png(data);
                    case JPEG -> jpeg(data);
                    case WEBP -> webp(data);
                    case GIF -> gif(data);
                    case AVIF -> avif(data);
                });
    }

    private static ImageHeader png(DataInputStream data) throws IOException {
        data.skipNBytes(12);
        if (data.readInt() != chunk("IHDR")) {
            return damaged(ImageType.PNG);
        }
        Optional<Dimensions> dimensions = dimensions(data.readInt(), data.readInt());
        data.skipNBytes(1);
        int color = data.readUnsignedByte();
        data.skipNBytes(3 + 4);
        boolean alpha = color == GREY_ALPHA || color == RGB_ALPHA || hasTransparencyChunk(data);
        return new ImageHeader(ImageType.PNG, dimensions, alpha);
    }

    /** Colour types without alpha can be made transparent by a {@code tRNS} chunk, which stands before the pixels. */
    private static boolean hasTransparencyChunk(DataInputStream data) throws IOException {
        while (true) {
            int length = data.readInt();
            int name = data.readInt();
            if (name == chunk("tRNS")) {
                return true;
            }
            if (name == chunk("IDAT") || name == chunk("IEND") || length < 0) {
                return false;
            }
            data.skipNBytes(length + 4L);
        }
    }

    private static ImageHeader jpeg(DataInputStream data) throws IOException {
        data.skipNBytes(2);
        while (true) {
            int marker = nextMarker(data);
            if (isStartOfFrame(marker)) {
                data.skipNBytes(3);
                int height = data.readUnsignedShort();
                int width = data.readUnsignedShort();
                return new ImageHeader(ImageType.JPEG, dimensions(width, height), false);
            }
            int length = isStartOfScan(marker) ? 0 : data.readUnsignedShort();
            if (length < 2) {
                return damaged(ImageType.JPEG);
            }
            data.skipNBytes(length - 2L);
        }
    }

    /** The marker that follows. Any number of 0xff may stand before one; decoders read past stray bytes, and so do we. */
    private static int nextMarker(DataInputStream data) throws IOException {
        int before = 0;
        while (true) {
            int found = data.readUnsignedByte();
            if (before == 0xff && found != 0xff && found != 0) {
                return found;
            }
            before = found;
        }
    }

    private static boolean isStartOfFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static boolean isStartOfScan(int marker) {
        return marker == 0xda || marker == 0xd9;
    }

    private static ImageHeader webp(DataInputStream data) throws IOException {
        data.skipNBytes(12);
        int form = data.readInt();
        data.skipNBytes(4);
        if (form == chunk("VP8X")) {
            boolean alpha = (data.readUnsignedByte() & 0x10) != 0;
            data.skipNBytes(3);
            return webp(1 + littleEndian(data, 3), 1 + littleEndian(data, 3), alpha);
        }
        if (form == chunk("VP8L")) {
            data.skipNBytes(1);
            int bits = littleEndian(data, 4);
            return webp(1 + (bits & 0x3fff), 1 + (bits >>> 14 & 0x3fff), (bits & 0x1000_0000) != 0);
        }
        if (form == chunk("VP8 ")) {
            data.skipNBytes(6);
            return webp(littleEndian(data, 2) & 0x3fff, littleEndian(data, 2) & 0x3fff, false);
        }
        return damaged(ImageType.WEBP);
    }

    private static ImageHeader webp(int width, int height, boolean alpha) {
        return new ImageHeader(ImageType.WEBP, dimensions(width, height), alpha);
    }

    private static ImageHeader gif(DataInputStream data) throws IOException {
        data.skipNBytes(6);
        return new ImageHeader(ImageType.GIF, dimensions(littleEndian(data, 2), littleEndian(data, 2)), false);
    }

    private static ImageHeader avif(DataInputStream data) throws IOException {
        byte[] start = data.readNBytes(AVIF_SEARCH_BYTES);
        for (int at = 4; at + 16 <= start.length; at++) {
            DataInputStream box = new DataInputStream(new ByteArrayInputStream(start, at, 16));
            if (box.readInt() == chunk("ispe") && box.readInt() == 0) {
                return new ImageHeader(ImageType.AVIF, dimensions(box.readInt(), box.readInt()), false);
            }
        }
        return damaged(ImageType.AVIF);
    }

    private static ImageHeader damaged(ImageType type) {
        return new ImageHeader(type, Optional.empty(), false);
    }

    private static Optional<Dimensions> dimensions(int width, int height) {
        return width > 0 && height > 0 ? Optional.of(new Dimensions(width, height)) : Optional.empty();
    }

    private static int littleEndian(DataInputStream data, int bytes) throws IOException {
        int value = 0;
        for (int shift = 0; shift < 8 * bytes; shift += 8) {
            value |= data.readUnsignedByte() << shift;
        }
        return value;
    }

    private static int chunk(String name) {
        return name.charAt(0) << 24 | name.charAt(1) << 16 | name.charAt(2) << 8 | name.charAt(3);
    }
}
