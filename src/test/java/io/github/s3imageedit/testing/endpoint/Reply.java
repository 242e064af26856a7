package io.github.s3imageedit.testing.endpoint;

import java.util.OptionalLong;

/**
 * One HTTP answer, its body made while it is sent.
 *
 * @param length the Content-Length; where it is empty, the end of the connection is the end of the body
 */
record Reply(int status, Headers headers, ReplyBody body, OptionalLong length) {
    static Reply of(int status, String mediaType, ReplyBody body) {
        return new Reply(
                status, Headers.none().with("Content-Type", mediaType), body, OptionalLong.of(body.countBytes()));
    }

    /** For bodies without an end: counting those would never come back. */
    static Reply undeclared(int status, String mediaType, ReplyBody body) {
        return new Reply(status, Headers.none().with("Content-Type", mediaType), body, OptionalLong.empty());
    }

    static Reply text(int status, String mediaType, String text) {
        return of(status, mediaType, ReplyBody.text(text));
    }

    Reply with(String name, String value) {
        return new Reply(status, headers.with(name, value), body, length);
    }

    Reply withBody(ReplyBody other) {
        return new Reply(status, headers, other, length);
    }

    Reply declaring(OptionalLong otherLength) {
        return new Reply(status, headers, body, otherLength);
    }
}
