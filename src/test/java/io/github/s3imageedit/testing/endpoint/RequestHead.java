package io.github.s3imageedit.testing.endpoint;

import java.util.List;
import java.util.Optional;

/** Request line and header fields. */
record RequestHead(String method, String target, Headers headers) {
    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    Optional<String> query() {
        int query = target.indexOf('?');
        return query < 0 ? Optional.empty() : Optional.of(target.substring(query + 1));
    }

    /** As the client knows this server: from another machine or container, the bound address would be useless. */
    String origin() {
        return "http://" + headers.first("Host").orElse("localhost");
    }

    boolean wantsContinue() {
        return headers.first("Expect").filter("100-continue"::equalsIgnoreCase).isPresent();
    }

    boolean wantsClose() {
        return headers.first("Connection").filter("close"::equalsIgnoreCase).isPresent();
    }

    long contentLength() throws Refusal {
        if (headers.has("Transfer-Encoding")) {
            throw Refusal.of(ErrorCode.LENGTH_REQUIRED, "Send a Content-Length; chunked bodies are not accepted.");
        }
        List<String> lengths = headers.all("Content-Length");
        if (lengths.isEmpty()) {
            throw Refusal.of(ErrorCode.LENGTH_REQUIRED, "Send a Content-Length.");
        }
        if (lengths.size() > 1 || !lengths.getFirst().matches("[0-9]{1,15}")) {
            throw Refusal.invalid("Malformed or repeated Content-Length.");
        }
        return Long.parseLong(lengths.getFirst());
    }
}
