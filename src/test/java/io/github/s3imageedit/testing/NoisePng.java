package io.github.s3imageedit.testing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/** The chunks of a PNG of noise, one after another: header, filling, a chunk per row, end. */
final class NoisePng implements Iterator<byte[]> {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int CHUNK_FRAME = 12;
    private static final int HEADER_DATA = 13;
    private static final int BLOCK_HEAD = 5;
    private static final int ZLIB_HEAD = 2;
    private static final int ZLIB_TAIL = 4;
    private static final int OPENING = 0;
    private static final int FILLING = 1;
    private static final int FIRST_ROW = 2;

    private final int width;
    private final int height;
    private final int rowBytes;
    private final int fillingBytes;
    private final SplittableRandom noise = new SplittableRandom(42);
    private final Adler32 checksum = new Adler32();
    private int position = OPENING;

    NoisePng(int width, long length) {
        this.width = width;
        this.rowBytes = 1 + 3 * width;
        int rowChunk = CHUNK_FRAME + BLOCK_HEAD + rowBytes;
        long forRows = length - SIGNATURE.length - 3L * CHUNK_FRAME - HEADER_DATA - ZLIB_HEAD - ZLIB_TAIL;
        this.height = Math.toIntExact(forRows / rowChunk);
        this.fillingBytes = (int) (forRows % rowChunk);
    }

    int height() {
        return height;
    }

    @Override
    public boolean hasNext() {
        return position <= FIRST_ROW + height;
    }

    @Override
    public byte[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return piece(position++);
    }

    private byte[] piece(int index) {
        if (index == OPENING) {
            return opening();
        }
        if (index == FILLING) {
            return chunk("fiLl", new byte[fillingBytes]);
        }
        int row = index - FIRST_ROW;
        return row < height ? chunk("IDAT", block(row)) : chunk("IEND", new byte[0]);
    }

    private byte[] opening() {
        byte[] header = chunk(
                "IHDR",
                ByteBuffer.allocate(HEADER_DATA)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) 8)
                        .put((byte) 2)
                        .array());
        return ByteBuffer.allocate(SIGNATURE.length + header.length)
                .put(SIGNATURE)
                .put(header)
                .array();
    }

    private byte[] block(int row) {
        boolean first = row == 0;
        boolean last = row == height - 1;
        ByteBuffer block =
                ByteBuffer.allocate((first ? ZLIB_HEAD : 0) + BLOCK_HEAD + rowBytes + (last ? ZLIB_TAIL : 0));
        if (first) {
            block.putShort((short) 0x7801);
        }
        block.put((byte) (last ? 1 : 0));
        block.putShort(Short.reverseBytes((short) rowBytes)).putShort(Short.reverseBytes((short) ~rowBytes));
        block.put(row());
        if (last) {
            block.putInt((int) checksum.getValue());
        }
        return block.array();
    }

    private byte[] row() {
        byte[] row = new byte[rowBytes];
        noise.nextBytes(row);
        row[0] = 0;
        checksum.update(row);
        return row;
    }

    private static byte[] chunk(String type, byte[] data) {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK_FRAME + data.length)
                .putInt(data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data);
        CRC32 check = new CRC32();
        check.update(chunk.array(), 4, 4 + data.length);
        return chunk.putInt((int) check.getValue()).array();
    }
}
