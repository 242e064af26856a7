package io.github.s3imageedit.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Puts application segments behind a JPEG's first marker, as cameras and picture editors do. */
final class JpegSegments {
    private static final int START_OF_IMAGE = 2;
    private static final int LARGEST_PAYLOAD = 65_533;
    private static final int APPLICATION_1 = 0xE1;
    private static final int APPLICATION_2 = 0xE2;

    private JpegSegments() {}

    static byte[] withLongMetadata(byte[] jpeg) {
        byte[] profile = new byte[LARGEST_PAYLOAD];
        return insert(insert(jpeg, APPLICATION_2, profile), APPLICATION_2, profile);
    }

    /** One TIFF directory with one entry: tag 0x0112, a short. */
    static byte[] withOrientation(byte[] jpeg, int orientation) {
        byte[] exif = ByteBuffer.allocate(32)
                .put("Exif\0\0MM".getBytes(StandardCharsets.ISO_8859_1))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
        return insert(jpeg, APPLICATION_1, exif);
    }

    private static byte[] insert(byte[] jpeg, int marker, byte[] payload) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(jpeg.length + payload.length + 4);
        bytes.write(jpeg, 0, START_OF_IMAGE);
        bytes.write(0xFF);
        bytes.write(marker);
        bytes.write((payload.length + 2) >> 8);
        bytes.write(payload.length + 2);
        bytes.writeBytes(payload);
        bytes.write(jpeg, START_OF_IMAGE, jpeg.length - START_OF_IMAGE);
        return bytes.toByteArray();
    }
}
