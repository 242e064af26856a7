package io.github.s3imageedit.testing;

import java.io.InputStream;
import java.util.Iterator;

/** A stream of pieces, each made only when the one before has been read. */
final class PiecewiseInput extends InputStream {
    private final Iterator<byte[]> pieces;
    private byte[] piece = {};
    private int position;

    PiecewiseInput(Iterator<byte[]> pieces) {
        this.pieces = pieces;
    }

    @Override
    public int read() {
        return advance() ? piece[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!advance()) {
            return -1;
        }
        int count = Math.min(length, piece.length - position);
        System.arraycopy(piece, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean advance() {
        while (position == piece.length && pieces.hasNext()) {
            piece = pieces.next();
            position = 0;
        }
        return position < piece.length;
    }
}
