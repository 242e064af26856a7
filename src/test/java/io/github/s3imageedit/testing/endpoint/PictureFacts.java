package io.github.s3imageedit.testing.endpoint;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a picture's own bytes say of it; read without the code under test, which must not judge itself. */
record PictureFacts(String mediaType, int width, int height, boolean alpha) {
    private static final int PNG = 0x89504E47;
    private static final int RIFF = 0x52494646;

    /** Empty for what is no PNG, JPEG or WebP, or breaks off before its dimensions. */
    static Optional<PictureFacts> read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int magic = in.readInt();
            if (magic == PNG) {
                return png(in);
            }
            if (magic == RIFF) {
                return webp(in);
            }
            return magic >>> 8 == 0xFFD8FF ? jpeg(in, magic & 0xFF) : Optional.empty();
        } catch (EOFException broken) {
            return Optional.empty();
        }
    }

    long pixels() {
        return (long) width * height;
    }

    private static Optional<PictureFacts> png(DataInputStream in) throws IOException {
        if (in.readInt() != 0x0D0A1A0A || in.readInt() != 13 || in.readInt() != 0x49484452) {
            return Optional.empty();
        }
        int width = in.readInt();
        int height = in.readInt();
        in.readByte();
        int colourType = in.readUnsignedByte();
        in.skipNBytes(3 + 4);
        boolean alpha = colourType == 4 || colourType == 6 || hasTransparencyChunk(in);
        return Optional.of(new PictureFacts("image/png", width, height, alpha));
    }

    private static boolean hasTransparencyChunk(DataInputStream in) throws IOException {
        while (true) {
            long length = in.readInt();
            int type = in.readInt();
            if (type == 0x74524E53) {
                return true;
            }
            if (type == 0x49444154 || type == 0x49454E44 || length < 0) {
                return false;
            }
            in.skipNBytes(length + 4);
        }
    }

    private static Optional<PictureFacts> jpeg(DataInputStream in, int firstMarker) throws IOException {
        int marker = firstMarker;
        while (!isFrameHeader(marker)) {
            in.skipNBytes(in.readUnsignedShort() - 2);
            int fill = in.readUnsignedByte();
            marker = in.readUnsignedByte();
            if (fill != 0xFF || marker == 0xDA) {
                return Optional.empty();
            }
        }
        in.skipNBytes(3);
        int height = in.readUnsignedShort();
        return Optional.of(new PictureFacts("image/jpeg", in.readUnsignedShort(), height, false));
    }

    private static boolean isFrameHeader(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static Optional<PictureFacts> webp(DataInputStream in) throws IOException {
        in.skipNBytes(4);
        if (in.readInt() != 0x57454250) {
            return Optional.empty();
        }
        int kind = in.readInt();
        in.skipNBytes(4);
        byte[] head = new byte[10];
        in.readFully(head);
        ByteBuffer bytes = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        return switch (kind) {
            case 0x56503820 -> webp(bytes.getShort(6) & 0x3FFF, bytes.getShort(8) & 0x3FFF, false);
            case 0x5650384C -> lossless(bytes.getInt(1));
            case 0x56503858 ->
                webp(1 + (bytes.getInt(4) & 0xFFFFFF), 1 + (bytes.getInt(6) >>> 8), (bytes.get(0) & 0x10) != 0);
            default -> Optional.empty();
        };
    }

    private static Optional<PictureFacts> lossless(int bits) {
        return webp(1 + (bits & 0x3FFF), 1 + (bits >>> 14 & 0x3FFF), (bits >>> 28 & 1) != 0);
    }

    private static Optional<PictureFacts> webp(int width, int height, boolean alpha) {
        return Optional.of(new PictureFacts("image/webp", width, height, alpha));
    }
}
