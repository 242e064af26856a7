package io.github.s3imageedit.image;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Optional;

/** Content that learns its SHA-256 on the way, whenever it is read to the end. */
public final class HashedContent implements ImageContent {
    private final ImageContent content;
    private volatile Optional<String> sha256 = Optional.empty();

    public HashedContent(ImageContent content) {
        this.content = content;
    }

    /** The SHA-256 in hex; empty until the content has been read to the end once. */
    public Optional<String> sha256() {
        return sha256;
    }

    @Override
    public long length() {
        return content.length();
    }

    @Override
    public ImageType type() {
        return content.type();
    }

    @Override
    public InputStream open() throws IOException {
        return new Hashing(content.open());
    }

    private final class Hashing extends FilterInputStream {
        private final MessageDigest digest = Sha256.digest();
        private long remaining = length();

        Hashing(InputStream stream) {
            super(stream);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (count > 0) {
                digest.update(buffer, offset, count);
                remaining -= count;
                if (remaining == 0) {
                    sha256 = Optional.of(Sha256.hex(digest.digest()));
                }
            }
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            return readNBytes(Math.clamp(count, 0, 8192)).length;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
