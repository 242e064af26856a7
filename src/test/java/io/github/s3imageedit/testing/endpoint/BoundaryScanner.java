package io.github.s3imageedit.testing.endpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Cuts a stream at delimiters with one buffer, whatever the length between them. */
final class BoundaryScanner {
    private static final byte[] LINE_END = {'\r', '\n'};

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;

    BoundaryScanner(InputStream in) {
        this.in = in;
    }

    /** Copies what comes before the delimiter and steps over it; false when the stream ends first. */
    boolean copyUntil(byte[] delimiter, long maxBytes, OutputStream out) throws IOException, Refusal {
        long copied = 0;
        while (true) {
            int found = find(delimiter);
            int safe = found >= 0 ? found : Math.max(start, end - delimiter.length + 1);
            copied += safe - start;
            if (copied > maxBytes) {
                throw Refusal.invalid("Malformed multipart: expected a delimiter within " + maxBytes + " bytes.");
            }
            out.write(buffer, start, safe - start);
            start = safe;
            if (found >= 0) {
                start += delimiter.length;
                return true;
            }
            if (!fill()) {
                return false;
            }
        }
    }

    /** A line without its CRLF. */
    String line(int maxBytes) throws IOException, Refusal {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        if (!copyUntil(LINE_END, maxBytes, line)) {
            throw Refusal.invalid("Malformed multipart: a part's header is not ended by CRLF.");
        }
        return Utf8.decode(line.toByteArray(), "a part's header");
    }

    /** Up to so many bytes, fewer at the end of the stream; a character per byte. */
    String next(int bytes) throws IOException {
        boolean more = true;
        while (more && end - start < bytes) {
            more = fill();
        }
        int count = Math.min(bytes, end - start);
        String text = new String(buffer, start, count, StandardCharsets.ISO_8859_1);
        start += count;
        return text;
    }

    private int find(byte[] delimiter) {
        for (int at = start; at <= end - delimiter.length; at++) {
            if (buffer[at] == delimiter[0] && matches(delimiter, at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean matches(byte[] delimiter, int at) {
        for (int index = 1; index < delimiter.length; index++) {
            if (buffer[at + index] != delimiter[index]) {
                return false;
            }
        }
        return true;
    }

    private boolean fill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        int count = in.read(buffer, end, buffer.length - end);
        if (count < 0) {
            return false;
        }
        end += count;
        return true;
    }
}
