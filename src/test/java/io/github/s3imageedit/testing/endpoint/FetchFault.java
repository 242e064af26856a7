package io.github.s3imageedit.testing.endpoint;

import java.time.Duration;

/** What goes wrong with one request for a result's bytes. */
public sealed interface FetchFault {
    /** Nothing: keeps the place of a good fetch in a script. */
    record None() implements FetchFault {}

    /** Waits, then goes on with the other. */
    record Delayed(Duration time, FetchFault then) implements FetchFault {}

    /** This reply instead of the picture. */
    record Answered(CannedAnswer answer) implements FetchFault {}

    /** The connection ends after so many bytes of the picture. */
    record Cut(long afterBytes) implements FetchFault {}

    /** Zeros without end and without Content-Length. */
    record Endless() implements FetchFault {}

    /** The head promises this length; the picture's own bytes follow, then the end of the connection. */
    record LengthPromised(long length) implements FetchFault {}

    static FetchFault none() {
        return new None();
    }

    static FetchFault delay(Duration time) {
        return new Delayed(time, new None());
    }

    static FetchFault delay(Duration time, FetchFault then) {
        return new Delayed(time, then);
    }

    static FetchFault status(int status) {
        return new Answered(CannedAnswer.error(status, "NOT_FOUND", "scripted"));
    }

    static FetchFault cut(long afterBytes) {
        return new Cut(afterBytes);
    }

    static FetchFault redirect(String location) {
        return new Answered(CannedAnswer.empty(302).with("Location", location));
    }

    static FetchFault endless() {
        return new Endless();
    }

    static FetchFault html() {
        return new Answered(CannedAnswer.html(200));
    }

    static FetchFault promisedLength(long length) {
        return new LengthPromised(length);
    }
}
