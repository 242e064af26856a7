package io.github.s3imageedit.testing.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.adobe.testing.s3mock.s3.model.S3ObjectMetadata;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.Lock;

/**
 * GetObject and HeadObject: headers and conditions by S3Mock, bytes and ranges by us, so that a reader keeps the bytes
 * that were current when it came.
 */
final class ObjectReads {
    private static final List<String> CHECKSUMS = List.of(
            "x-amz-checksum-crc32",
            "x-amz-checksum-crc32c",
            "x-amz-checksum-crc64nvme",
            "x-amz-checksum-sha1",
            "x-amz-checksum-sha256",
            "x-amz-checksum-type");

    private final StoredObjects stored;
    private final KeyLocks locks;

    ObjectReads(StoredObjects stored, KeyLocks locks) {
        this.stored = stored;
        this.locks = locks;
    }

    /** Sends at most {@code cut}'s bytes of the body and then cuts the connection, where {@code cut} is given. */
    void serve(
            S3Call call,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain s3Mock,
            Optional<Fault.CutBody> cut)
            throws IOException, ServletException {
        boolean wantsBody = call.operation() == Operation.GET_OBJECT;
        HeldReply held = new HeldReply(response);
        try (Opened opened = open(call, request, held, s3Mock)) {
            if (opened.bytes().isEmpty()) {
                held.send(wantsBody ? held.body() : new byte[0]);
                return;
            }
            long length = describe(call, opened, response);
            if (wantsBody) {
                copy(
                        opened.bytes().get(),
                        Math.min(length, cut.map(Fault.CutBody::afterBytes).orElse(length)),
                        response.getOutputStream());
            }
        }
        if (cut.isPresent()) {
            response.flushBuffer();
            Connections.pause(cut.get().silence());
            Connections.cut(request);
        }
    }

    void tags(S3Call call, HttpServletResponse response) throws IOException {
        stored.requireBucket(call.bucket());
        S3ObjectMetadata found = stored.find(call).orElseThrow(() -> S3Refusal.noSuchKey(call.key()));
        stored.version(call, found).ifPresent(id -> response.setHeader("x-amz-version-id", id));
        response.setContentType("application/xml");
        response.getOutputStream().write(ObjectTags.of(found).xml().getBytes(UTF_8));
    }

    private Opened open(S3Call call, HttpServletRequest request, HeldReply held, FilterChain s3Mock)
            throws IOException, ServletException {
        Lock lock = locks.hold(call);
        try {
            s3Mock.doFilter(new AlteredRequest(request, call).method("HEAD").without("range"), held);
            if (held.getStatus() != HttpServletResponse.SC_OK) {
                return new Opened(Optional.empty(), OptionalLong.empty());
            }
            S3ObjectMetadata found = stored.find(call).orElseThrow();
            int tags = ObjectTags.of(found).tags().size();
            return new Opened(
                    Optional.of(FileChannel.open(found.getDataPath(), StandardOpenOption.READ)),
                    tags > 0 ? OptionalLong.of(tags) : OptionalLong.empty());
        } finally {
            lock.unlock();
        }
    }

    private static long describe(S3Call call, Opened opened, HttpServletResponse response) throws IOException {
        FileChannel bytes = opened.bytes().orElseThrow();
        opened.tags().ifPresent(count -> response.setHeader("x-amz-tagging-count", Long.toString(count)));
        Optional<ByteRange> range = ByteRange.of(call, bytes.size());
        if (range.isPresent() || !call.header("x-amz-checksum-mode").isPresent()) {
            // Setting null removes a header (Servlet 6.1); S3 knows no checksum of a part of an object.
            CHECKSUMS.forEach(name -> response.setHeader(name, null));
        }
        long length = range.map(ByteRange::length).orElse(bytes.size());
        response.setContentLengthLong(length);
        if (range.isPresent()) {
            bytes.position(range.get().start());
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader("Content-Range", range.get().contentRange());
        }
        return length;
    }

    private static void copy(FileChannel source, long length, OutputStream target) throws IOException {
        InputStream bytes = Channels.newInputStream(source);
        byte[] buffer = new byte[64 * 1024];
        long left = length;
        while (left > 0) {
            int count = bytes.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count < 0) {
                throw new IOException("the object ended " + left + " bytes early");
            }
            target.write(buffer, 0, count);
            left -= count;
        }
    }

    /** The object's file, where S3Mock granted it, and the number of its tags, where it has any. */
    private record Opened(Optional<FileChannel> bytes, OptionalLong tags) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            if (bytes.isPresent()) {
                bytes.get().close();
            }
        }
    }
}
