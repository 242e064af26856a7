package io.github.s3imageedit.testing.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One reply of declared length, read from a connection that stays open. */
record RawReply(String head, String body) {
    private static final Pattern LENGTH = Pattern.compile("Content-Length: ([0-9]+)");

    static RawReply read(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the connection ended in a reply's head");
            }
            head.append((char) next);
        }
        Matcher length = LENGTH.matcher(head);
        if (!length.find()) {
            throw new IOException("no Content-Length: " + head);
        }
        byte[] body = in.readNBytes(Integer.parseInt(length.group(1)));
        return new RawReply(head.toString(), new String(body, StandardCharsets.ISO_8859_1));
    }
}
