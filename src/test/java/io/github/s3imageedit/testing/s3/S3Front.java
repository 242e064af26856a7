package io.github.s3imageedit.testing.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands before S3Mock and mends what S3 does otherwise; every request passes here, is noted, may be held by hooks and may
 * suffer a fault.
 */
final class S3Front implements Filter {
    private static final int MAX_KEY_BYTES = 1024;

    private final FaultPlan faults;
    private final RequestHooks hooks;
    private final List<S3Call> calls = new CopyOnWriteArrayList<>();
    private final StoredObjects stored;
    private final ObjectReads reads;
    private final ObjectWrites writes;

    S3Front(StoredObjects stored, EventFeed events, FaultPlan faults, RequestHooks hooks) {
        KeyLocks locks = new KeyLocks();
        this.faults = faults;
        this.hooks = hooks;
        this.stored = stored;
        this.reads = new ObjectReads(stored, locks);
        this.writes = new ObjectWrites(stored, locks, events);
    }

    List<S3Call> calls() {
        return calls;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain s3Mock)
            throws IOException, ServletException {
        HttpServletRequest httpRequest = (HttpServletRequest) request;
        HttpServletResponse httpResponse = (HttpServletResponse) response;
        S3Call call = S3Call.of(httpRequest);
        calls.add(call);
        if (hooks.run(call, Moment.BEFORE) == RequestHook.Then.CUT) {
            Connections.cut(httpRequest);
        } else if (hooks.waitFor(call, Moment.AFTER)) {
            HeldReply held = new HeldReply(httpResponse);
            answer(call, httpRequest, held, s3Mock);
            release(hooks.run(call, Moment.AFTER), httpRequest, held);
        } else {
            answer(call, httpRequest, httpResponse, s3Mock);
        }
    }

    private static void release(RequestHook.Then then, HttpServletRequest request, HeldReply held) throws IOException {
        switch (then) {
            case GO_ON -> held.send();
            case CUT -> Connections.cut(request);
        }
    }

    private void answer(S3Call call, HttpServletRequest request, HttpServletResponse response, FilterChain s3Mock)
            throws IOException, ServletException {
        try {
            suffer(faults.take(call), call, request, response, s3Mock);
        } catch (S3Refusal refusal) {
            refuse(refusal, call, response);
        }
    }

    private void suffer(
            Optional<Fault> fault,
            S3Call call,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain s3Mock)
            throws IOException, ServletException {
        Optional<Fault.CutBody> whole = Optional.empty();
        if (fault.isEmpty()) {
            serve(call, request, response, s3Mock, whole);
            return;
        }
        switch (fault.get()) {
            case Fault.Refuse(int status, String code) -> throw new S3Refusal(status, code, "a fault made by a test");
            case Fault.Reset() -> Connections.cut(request);
            case Fault.CutBody cut -> serve(call, request, response, s3Mock, Optional.of(cut));
            case Fault.Delay(var duration) -> {
                Connections.pause(duration);
                serve(call, request, response, s3Mock, whole);
            }
            case Fault.DelayReply(var duration) -> {
                HeldReply held = new HeldReply(response);
                serve(call, request, held, s3Mock, whole);
                Connections.pause(duration);
                held.send();
            }
            case Fault.LoseReply() -> {
                serve(call, request, new HeldReply(response), s3Mock, whole);
                Connections.cut(request);
            }
        }
    }

    private void serve(
            S3Call call,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain s3Mock,
            Optional<Fault.CutBody> cut)
            throws IOException, ServletException {
        checkKey(call.key());
        switch (call.operation()) {
            case GET_OBJECT, HEAD_OBJECT -> reads.serve(call, request, response, s3Mock, cut);
            case PUT_OBJECT -> writes.put(call, request, response, s3Mock);
            case COPY_OBJECT -> writes.copy(call, request, response, s3Mock);
            case CREATE_MULTIPART_UPLOAD -> writes.startMultipart(call, request, response, s3Mock);
            case COMPLETE_MULTIPART_UPLOAD -> writes.completeMultipart(call, request, response, s3Mock);
            case GET_OBJECT_TAGGING -> reads.tags(call, response);
            case PUT_OBJECT_TAGGING -> writes.tag(call, request, response);
            case DELETE_OBJECT, DELETE_OBJECT_TAGGING -> writes.other(call, request, response, s3Mock);
            case UPLOAD_PART -> uploadPart(call, request, response, s3Mock);
            case POST_OBJECT -> PostedForm.of(request, call).put(writes, request, response, s3Mock);
            case LIST_OBJECTS_V2 -> sendXml(ObjectListing.xml(call, stored), 200, response);
            case LIST_OBJECTS, LIST_OBJECT_VERSIONS, LIST_MULTIPART_UPLOADS, LIST_PARTS, DELETE_OBJECTS ->
                rename(call, request, response, s3Mock);
            case LIST_BUCKETS,
                    CREATE_BUCKET,
                    DELETE_BUCKET,
                    HEAD_BUCKET,
                    OTHER_OF_BUCKET,
                    ABORT_MULTIPART_UPLOAD,
                    OTHER_OF_OBJECT -> s3Mock.doFilter(partOf(request, call), response);
        }
    }

    private static void uploadPart(
            S3Call call, HttpServletRequest request, HttpServletResponse response, FilterChain s3Mock)
            throws IOException, ServletException {
        // S3Mock keeps a part's checksum to itself, and then misses it when the upload is completed.
        call.headers().forEach((name, value) -> {
            if (name.startsWith("x-amz-checksum-")) {
                response.setHeader(name, value);
            }
        });
        s3Mock.doFilter(partOf(request, call), response);
    }

    private static AlteredRequest partOf(HttpServletRequest request, S3Call call) {
        AlteredRequest altered = new AlteredRequest(request, call);
        call.header("x-amz-copy-source")
                .ifPresent(source -> altered.header("x-amz-copy-source", KeyNames.inCopySource(source)));
        return altered;
    }

    private static void checkKey(String key) {
        if (key.getBytes(UTF_8).length > MAX_KEY_BYTES) {
            throw new S3Refusal(400, "KeyTooLongError", "Your key is too long");
        }
    }

    private static void rename(
            S3Call call, HttpServletRequest request, HttpServletResponse response, FilterChain s3Mock)
            throws IOException, ServletException {
        AlteredRequest altered = KeyNames.inQuery(new AlteredRequest(request, call), call);
        if (call.operation() == Operation.DELETE_OBJECTS) {
            byte[] body = KeyNames.inDeletion(request.getInputStream());
            altered.body(new ByteArrayInputStream(body)).header("content-length", Integer.toString(body.length));
        }
        HeldReply held = new HeldReply(response);
        s3Mock.doFilter(altered, held);
        held.send(held.succeeded() ? KeyNames.inReply(call, held.body()) : held.body());
    }

    private static void refuse(S3Refusal refusal, S3Call call, HttpServletResponse response) throws IOException {
        response.reset();
        boolean head = call.operation() == Operation.HEAD_OBJECT || call.operation() == Operation.HEAD_BUCKET;
        sendXml(head ? "" : refusal.xml(call), refusal.status(), response);
    }

    private static void sendXml(String xml, int status, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType("application/xml");
        response.getOutputStream().write(xml.getBytes(UTF_8));
    }
}
