package io.github.s3imageedit.testing.endpoint;

import java.util.List;
import java.util.Map;

/** Status line and header fields of a reply, as sent. */
final class ReplyHead {
    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(302, "Found"),
            Map.entry(307, "Temporary Redirect"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(402, "Payment Required"),
            Map.entry(404, "Not Found"),
            Map.entry(411, "Length Required"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"));

    private ReplyHead() {}

    static String text(Reply reply) {
        StringBuilder head = new StringBuilder("HTTP/1.1 ")
                .append(reply.status())
                .append(' ')
                .append(REASONS.getOrDefault(reply.status(), "Status"))
                .append("\r\n");
        reply.headers().byName().forEach((name, values) -> append(head, name, values));
        reply.length().ifPresent(length -> append(head, "Content-Length", List.of(Long.toString(length))));
        if (reply.length().isEmpty()) {
            append(head, "Connection", List.of("close"));
        }
        return head.append("\r\n").toString();
    }

    private static void append(StringBuilder head, String name, List<String> values) {
        values.forEach(value -> head.append(name).append(": ").append(value).append("\r\n"));
    }
}
