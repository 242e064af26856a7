package io.github.s3imageedit.image;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.UUID;

/** Takes a picture as it arrives, up to a limit, and hands it on as {@link SpooledImage}. Closed unfinished, it leaves nothing. */
public final class ImageSpool extends OutputStream {
    private final FileChannel file;
    private final MessageDigest digest = Sha256.digest();
    private final long maxBytes;
    private final SpoolPlace place;
    private long length;
    private boolean finished;

    private ImageSpool(FileChannel file, long maxBytes, SpoolPlace place) {
        this.file = file;
        this.maxBytes = maxBytes;
        this.place = place;
    }

    /**
     * Opens a spool.
     *
     * @param folder Lambda's {@code /tmp}; on Linux the file loses its name as soon as it is open
     */
    public static ImageSpool open(Path folder, long maxBytes, SpoolPlace place) throws IOException {
        Path path = folder.resolve("s3-image-edit-" + UUID.randomUUID());
        try {
            return new ImageSpool(FileChannel.open(path, CREATE_NEW, READ, WRITE, DELETE_ON_CLOSE), maxBytes, place);
        } catch (IOException e) {
            throw new SpoolException(e);
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        length += count;
        if (length > maxBytes) {
            throw new TooLargeException(
                    "The edited picture is larger than the " + maxBytes + " bytes that are allowed");
        }
        place.awaitRoom();
        digest.update(bytes, offset, count);
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, count);
        try {
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
        } catch (IOException e) {
            throw new SpoolException(e);
        }
    }

    /** Ends the writing; the caller owns what is returned. */
    public SpooledImage finish() throws IOException {
        SpooledImage image = new SpooledImage(file, length, Sha256.hex(digest.digest()), place);
        finished = true;
        return image;
    }

    @Override
    public void close() throws IOException {
        if (!finished) {
            try {
                file.close();
            } finally {
                place.leave();
            }
        }
    }
}
