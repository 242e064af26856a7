package io.github.s3imageedit.edit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.s3imageedit.job.Deadline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/** A reply that is read, what became of it, and what the sink got. */
final class Reading {
    static final long MAX_RESULT_BYTES = 1_000_000;
    static final Optional<Duration> RETRY_AFTER = Optional.of(Duration.ofSeconds(7));

    private final Path folder;
    private final ReceivedPictures received = new ReceivedPictures();
    private EndpointProfile profile = EndpointProfile.LUMENFALL;
    private PictureSink sink = received;
    private long maxResultBytes = MAX_RESULT_BYTES;
    private EditRequest request = Requests.edit();

    Reading(Path folder) {
        this.folder = folder;
    }

    Reading as(EndpointProfile other) {
        this.profile = other;
        return this;
    }

    Reading into(PictureSink other) {
        this.sink = other;
        return this;
    }

    Reading allowing(long bytes) {
        this.maxResultBytes = bytes;
        return this;
    }

    Reading toARequestWithModelNamed(boolean byUpload) {
        this.request = Requests.modelNamed(byUpload);
        return this;
    }

    EditReply of(int status, String body) {
        return of(status, new ByteArrayInputStream(body.getBytes(UTF_8)));
    }

    EditReply of(int status, InputStream body) {
        ReplyHead head = new ReplyHead(status, Optional.of("req_head"), RETRY_AFTER);
        return new ReplyReader(profile, new ResultRoom(folder, maxResultBytes))
                .read(head, body, request, sink, limit());
    }

    private static TimeLimit limit() {
        Deadline deadline = Deadline.in(Duration.ofMinutes(1), InstantSource.system());
        return new TimeLimit((duration, action) -> () -> {}, deadline, () -> {});
    }

    ReceivedPictures received() {
        return received;
    }

    int filesLeft() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return (int) files.count();
        }
    }

    /** A reply with these inline pictures and nothing else. */
    static String inline(byte[]... pictures) {
        StringBuilder body = new StringBuilder("{\"data\":[");
        for (byte[] picture : pictures) {
            body.append(body.charAt(body.length() - 1) == '[' ? "" : ",").append(entry(base64(picture)));
        }
        return body.append("]}").toString();
    }

    static String entry(String base64) {
        return "{\"b64_json\":\"" + base64 + "\"}";
    }

    static String base64(byte[] picture) {
        return Base64.getEncoder().encodeToString(picture);
    }
}
