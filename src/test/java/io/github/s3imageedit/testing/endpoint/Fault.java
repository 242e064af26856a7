package io.github.s3imageedit.testing.endpoint;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;

/** What goes wrong with one edit call. */
public sealed interface Fault {
    /** Nothing: keeps the place of a good call in a script. */
    record None() implements Fault {}

    /** Waits, with the body read where it is to be read, then goes on with the other. */
    record Delayed(Duration time, Fault then) implements Fault {}

    /** This reply instead of a picture. */
    record Answered(CannedAnswer answer) implements Fault {}

    /** This reply before the body is read, then the end of the connection. */
    record AnsweredEarly(CannedAnswer answer) implements Fault {}

    /** The connection ends after so many bytes of the request's body. */
    record RequestCut(long afterBytes) implements Fault {}

    /** The connection ends after the whole body, without a byte of a reply. */
    record ReplyWithheld() implements Fault {}

    /** The connection ends within the reply's header lines. */
    record ReplyHeadCut() implements Fault {}

    /** The connection ends after so many bytes of the reply's body, fewer than promised. */
    record ReplyCut(long afterBytes) implements Fault {}

    /** The reply's JSON breaks off, but the HTTP message is whole; undeclared: without Content-Length. */
    record ReplyTruncated(long bytes, boolean declared) implements Fault {}

    /** The reply comes in chunks, without a last one where it is cut. */
    record ReplyChunked(OptionalLong cutAfter) implements Fault {}

    /** The reply's form is right, its data is not. */
    record DataSpoiled(Oddity oddity) implements Fault {}

    /** The reply never ends. */
    record Endless(Filling filling) implements Fault {}

    /** The reply comes byte by byte. */
    record Dripping(Duration interval) implements Fault {}

    /** The picture is said to be there. */
    record ResultElsewhere(String url) implements Fault {}

    /** The result's URL is right but carries user and password. */
    record ResultUrlWithCredentials() implements Fault {}

    /** What can be wrong with {@code data}. */
    enum Oddity {
        EMPTY_DATA,
        MISSING_DATA,
        NULL_DATA,
        FEWER,
        MORE,
        INVALID_BASE64,
        NO_PICTURE
    }

    /** What a reply without end consists of. */
    enum Filling {
        STRING,
        BASE64,
        WHITESPACE
    }

    static Fault none() {
        return new None();
    }

    static Fault delay(Duration time) {
        return new Delayed(time, new None());
    }

    static Fault delay(Duration time, Fault then) {
        return new Delayed(time, then);
    }

    /** An error in the documented envelope. */
    static Fault status(int status, String code, String message) {
        return new Answered(CannedAnswer.error(status, code, message));
    }

    static Fault status(int status) {
        return new Answered(CannedAnswer.error(status));
    }

    static Fault answer(int status, String mediaType, String body, Map<String, String> headers) {
        return new Answered(new CannedAnswer(status, mediaType, body, headers));
    }

    static Fault retryAfter(int status, String retryAfter) {
        return new Answered(CannedAnswer.error(status).with("Retry-After", retryAfter));
    }

    static Fault html(int status) {
        return new Answered(CannedAnswer.html(status));
    }

    static Fault empty(int status) {
        return new Answered(CannedAnswer.empty(status));
    }

    /** The error envelope under a status that says all is well. */
    static Fault errorWithin200() {
        return new Answered(CannedAnswer.error(200, "UPSTREAM_ERROR", "scripted"));
    }

    static Fault flatErrorWithin200() {
        return new Answered(CannedAnswer.flatError(200, "UPSTREAM_ERROR"));
    }

    static Fault redirect(String location) {
        return new Answered(CannedAnswer.empty(307).with("Location", location));
    }

    static Fault early(int status) {
        return new AnsweredEarly(CannedAnswer.error(status));
    }

    static Fault cutBeforeBody() {
        return new RequestCut(0);
    }

    static Fault cutInBody(long afterBytes) {
        return new RequestCut(afterBytes);
    }

    static Fault cutAfterBody() {
        return new ReplyWithheld();
    }

    static Fault cutInReplyHead() {
        return new ReplyHeadCut();
    }

    static Fault cutInReply(long afterBytes) {
        return new ReplyCut(afterBytes);
    }

    static Fault truncated(long bytes) {
        return new ReplyTruncated(bytes, true);
    }

    static Fault truncatedUndeclared(long bytes) {
        return new ReplyTruncated(bytes, false);
    }

    /** No fault at all, but another framing. */
    static Fault chunked() {
        return new ReplyChunked(OptionalLong.empty());
    }

    static Fault cutInChunks(long afterBytes) {
        return new ReplyChunked(OptionalLong.of(afterBytes));
    }

    static Fault emptyData() {
        return new DataSpoiled(Oddity.EMPTY_DATA);
    }

    static Fault missingData() {
        return new DataSpoiled(Oddity.MISSING_DATA);
    }

    static Fault nullData() {
        return new DataSpoiled(Oddity.NULL_DATA);
    }

    static Fault fewerPictures() {
        return new DataSpoiled(Oddity.FEWER);
    }

    static Fault morePictures() {
        return new DataSpoiled(Oddity.MORE);
    }

    static Fault invalidBase64() {
        return new DataSpoiled(Oddity.INVALID_BASE64);
    }

    static Fault noPicture() {
        return new DataSpoiled(Oddity.NO_PICTURE);
    }

    static Fault endless(Filling filling) {
        return new Endless(filling);
    }

    static Fault drip(Duration interval) {
        return new Dripping(interval);
    }

    static Fault resultUrl(String url) {
        return new ResultElsewhere(url);
    }

    static Fault resultUrlWithCredentials() {
        return new ResultUrlWithCredentials();
    }
}
