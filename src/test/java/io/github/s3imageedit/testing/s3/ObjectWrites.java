package io.github.s3imageedit.testing.s3;

import com.adobe.testing.s3mock.s3.model.S3ObjectMetadata;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.locks.Lock;

/** Whatever makes, changes or removes an object: one at a time per key, under S3's conditions, told as an event. */
final class ObjectWrites {
    private final StoredObjects stored;
    private final KeyLocks locks;
    private final EventFeed events;

    ObjectWrites(StoredObjects stored, KeyLocks locks, EventFeed events) {
        this.stored = stored;
        this.locks = locks;
        this.events = events;
    }

    void put(S3Call call, HttpServletRequest request, HttpServletResponse response, FilterChain s3Mock)
            throws IOException, ServletException {
        // S3 judges conditions when the body is complete, and a slow body keeps nobody else from the key.
        Path spool = Files.createTempFile("embedded-s3-", ".body");
        try {
            Files.copy(request.getInputStream(), spool, StandardCopyOption.REPLACE_EXISTING);
            try (InputStream body = Files.newInputStream(spool)) {
                AlteredRequest put =
                        withTags(call, new AlteredRequest(request, call)).body(body);
                create(call, ObjectEvent.PUT, put, response, s3Mock);
            }
        } finally {
            Files.deleteIfExists(spool);
        }
    }

    void copy(S3Call call, HttpServletRequest request, HttpServletResponse response, FilterChain s3Mock)
            throws IOException, ServletException {
        AlteredRequest copy = new AlteredRequest(request, call)
                .header(
                        "x-amz-copy-source",
                        KeyNames.inCopySource(call.headers().getOrDefault("x-amz-copy-source", "")));
        create(call, ObjectEvent.COPY, copy, response, s3Mock);
    }

    void startMultipart(S3Call call, HttpServletRequest request, HttpServletResponse response, FilterChain s3Mock)
            throws IOException, ServletException {
        HeldReply held = new HeldReply(response);
        s3Mock.doFilter(withTags(call, new AlteredRequest(request, call)), held);
        held.send(held.succeeded() ? KeyNames.inReply(call, held.body()) : held.body());
    }

    void completeMultipart(S3Call call, HttpServletRequest request, HttpServletResponse response, FilterChain s3Mock)
            throws IOException, ServletException {
        create(call, ObjectEvent.COMPLETE_MULTIPART_UPLOAD, new AlteredRequest(request, call), response, s3Mock);
    }

    void create(
            S3Call call, ObjectEvent event, AlteredRequest request, HttpServletResponse response, FilterChain s3Mock)
            throws IOException, ServletException {
        HeldReply held = new HeldReply(response);
        Lock lock = locks.hold(call);
        try {
            stored.requireBucket(call.bucket());
            WriteConditions.check(call, stored.findCurrent(call));
            s3Mock.doFilter(request.without(WriteConditions.HEADERS), held);
            if (held.succeeded()) {
                replaceTagsOfCopy(call);
                tell(call, event, stored.findCurrent(call).orElseThrow());
            }
        } finally {
            lock.unlock();
        }
        held.send(held.succeeded() && held.body().length > 0 ? KeyNames.inReply(call, held.body()) : held.body());
    }

    private static AlteredRequest withTags(S3Call call, AlteredRequest request) {
        Metadata.encodeIn(request, call);
        return call.header("x-amz-tagging")
                .map(ObjectTags::ofHeader)
                .map(tags -> tags.tags().isEmpty()
                        ? request.without("x-amz-tagging")
                        : request.header("x-amz-tagging", tags.xml()))
                .orElse(request);
    }

    private void replaceTagsOfCopy(S3Call call) {
        if (call.operation() == Operation.COPY_OBJECT
                && call.header("x-amz-tagging-directive")
                        .filter("REPLACE"::equals)
                        .isPresent()) {
            stored.tag(call, ObjectTags.ofHeader(call.headers().getOrDefault("x-amz-tagging", "")));
        }
    }

    void tag(S3Call call, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ObjectTags tags = ObjectTags.ofXml(request.getInputStream());
        Lock lock = locks.hold(call);
        try {
            stored.requireBucket(call.bucket());
            S3ObjectMetadata found = stored.find(call).orElseThrow(() -> S3Refusal.noSuchKey(call.key()));
            stored.tag(call, tags);
            stored.version(call, found).ifPresent(id -> response.setHeader("x-amz-version-id", id));
            tell(call, ObjectEvent.TAGGING_PUT, found);
        } finally {
            lock.unlock();
        }
    }

    void other(S3Call call, HttpServletRequest request, HttpServletResponse response, FilterChain s3Mock)
            throws IOException, ServletException {
        Lock lock = locks.hold(call);
        try {
            s3Mock.doFilter(new AlteredRequest(request, call), response);
        } finally {
            lock.unlock();
        }
    }

    // Told while the key is held: events of one key leave in the order of its writes.
    private void tell(S3Call call, ObjectEvent event, S3ObjectMetadata object) {
        events.tell(event, call, object, stored.version(call, object));
    }
}
