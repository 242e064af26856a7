package io.github.s3imageedit.testing.endpoint;

import java.util.HashMap;
import java.util.Map;

/** A scripted reply, complete with its headers. */
public record CannedAnswer(int status, String mediaType, String body, Map<String, String> headers) {
    private static final String JSON = "application/json";

    public CannedAnswer {
        headers = Map.copyOf(headers);
    }

    static CannedAnswer error(int status) {
        String code = switch (status) {
            case 401, 403 -> "AUTHENTICATION_FAILED";
            case 402 -> "INSUFFICIENT_BALANCE";
            case 404 -> "MODEL_NOT_FOUND";
            case 429 -> "RATE_LIMITED";
            case 502 -> "ALL_PROVIDERS_EXHAUSTED";
            default -> status < 500 ? "INVALID_REQUEST" : "UPSTREAM_ERROR";
        };
        return error(status, code, "scripted");
    }

    static CannedAnswer error(int status, String code, String message) {
        return new CannedAnswer(status, JSON, ErrorJson.nested(message, "scripted_error", code, ""), Map.of());
    }

    static CannedAnswer flatError(int status, String code) {
        return new CannedAnswer(status, JSON, ErrorJson.flat(code, "scripted"), Map.of());
    }

    static CannedAnswer html(int status) {
        String page = "<!DOCTYPE html>\n<html><head><title>" + status + "</title></head><body>Edge.</body></html>\n";
        return new CannedAnswer(status, "text/html; charset=UTF-8", page, Map.of());
    }

    static CannedAnswer empty(int status) {
        return new CannedAnswer(status, JSON, "", Map.of());
    }

    CannedAnswer with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new CannedAnswer(status, mediaType, body, more);
    }

    /**
     * Whether the work behind it may have been done and billed: a gateway that gave up waiting cannot know, and a success
     * that nobody can read was one all the same.
     */
    boolean leavesOutcomeOpen() {
        boolean saysError = mediaType.equals(JSON) && body.contains("error");
        return switch (status) {
            case 200, 408, 504, 520, 521, 522, 523, 524, 525, 526, 527 -> !saysError;
            default -> false;
        };
    }

    Reply reply() {
        Reply reply = Reply.text(status, mediaType, body);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            reply = reply.with(header.getKey(), header.getValue());
        }
        return reply;
    }
}
