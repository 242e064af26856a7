package io.github.s3imageedit.testing.endpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a request's head by the letter of RFC 9112: CRLF line ends, no folding, no blanks before colons. */
final class HeadReader {
    private static final int MAX_BYTES = 32 * 1024;
    private static final String BLANK_LINE = "\r\n\r\n";
    private static final Pattern REQUEST_LINE = Pattern.compile("([A-Z]+) (/[!-~]*) HTTP/1\\.1");
    private static final Pattern FIELD = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*(.*?)[ \\t]*");

    private final InputStream in;

    HeadReader(InputStream in) {
        this.in = in;
    }

    /** Empty when the client has hung up instead of asking again. */
    Optional<RequestHead> read() throws IOException, Refusal {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(first);
        int matched = 0;
        while (matched < BLANK_LINE.length()) {
            int next = in.read();
            if (next < 0 || bytes.size() >= MAX_BYTES) {
                throw Refusal.invalid("The request's head is cut short or longer than " + MAX_BYTES + " bytes.");
            }
            bytes.write(next);
            matched = next == BLANK_LINE.charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
        }
        return Optional.of(parse(bytes.toString(StandardCharsets.ISO_8859_1)));
    }

    private static RequestHead parse(String head) throws Refusal {
        String[] lines = head.substring(0, head.length() - 4).split("\r\n", -1);
        Matcher request = REQUEST_LINE.matcher(lines[0]);
        if (!request.matches()) {
            throw Refusal.invalid("Malformed request line.");
        }
        Headers headers = Headers.none();
        for (int line = 1; line < lines.length; line++) {
            headers = withField(headers, lines[line]);
        }
        if (headers.all("Host").size() != 1) {
            throw Refusal.invalid("Exactly one Host header is needed.");
        }
        return new RequestHead(request.group(1), request.group(2), headers);
    }

    private static Headers withField(Headers headers, String line) throws Refusal {
        Matcher field = FIELD.matcher(line);
        if (!field.matches() || line.indexOf('\r') >= 0 || line.indexOf('\n') >= 0) {
            throw Refusal.invalid("Malformed header line.");
        }
        return headers.with(field.group(1), field.group(2));
    }
}
