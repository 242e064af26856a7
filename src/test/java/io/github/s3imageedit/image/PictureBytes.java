package io.github.s3imageedit.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** Puts bytes into pictures that no usual encoder puts there. */
final class PictureBytes {
    /** Signature and header chunk of a PNG. */
    static final int PNG_HEADER = 8 + 25;

    private PictureBytes() {}

    /** A picture with more bytes in its midst. */
    static byte[] insert(byte[] picture, int at, byte[] more) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(picture.length + more.length);
        bytes.write(picture, 0, at);
        bytes.writeBytes(more);
        bytes.write(picture, at, picture.length - at);
        return bytes.toByteArray();
    }

    /** A picture with one number of four bytes replaced. */
    static byte[] withInt(byte[] picture, int at, int value) {
        byte[] copy = picture.clone();
        ByteBuffer.wrap(copy).putInt(at, value);
        return copy;
    }

    static byte[] pngChunk(String name, byte[] content) {
        byte[] type = name.getBytes(ISO_8859_1);
        CRC32 checksum = new CRC32();
        checksum.update(type);
        checksum.update(content);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(type)
                .put(content)
                .putInt((int) checksum.getValue())
                .array();
    }

    static byte[] jpegSegment(int marker, byte[] content) {
        return ByteBuffer.allocate(4 + content.length)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .array();
    }
}
