package io.github.s3imageedit.testing.s3;

import java.time.Duration;

/** What may go wrong with a request to the embedded S3. */
public sealed interface Fault {
    /** Answered with an error before anything is done. */
    record Refuse(int status, String code) implements Fault {}

    /** Carried out, but only after a while. */
    record Delay(Duration duration) implements Fault {}

    /** Carried out at once, but answered only after a while. */
    record DelayReply(Duration duration) implements Fault {}

    /** The connection ends before anything is done. */
    record Reset() implements Fault {}

    /** Carried out, but the connection ends before the reply. */
    record LoseReply() implements Fault {}

    /** GetObject: the connection ends after so many bytes of the body, and a silence. */
    record CutBody(long afterBytes, Duration silence) implements Fault {
        public CutBody(long afterBytes) {
            this(afterBytes, Duration.ZERO);
        }
    }

    static Fault internalError() {
        return new Refuse(500, "InternalError");
    }

    static Fault slowDown() {
        return new Refuse(503, "SlowDown");
    }

    /** Another write of the same key was under way. */
    static Fault conflict() {
        return new Refuse(409, "ConditionalRequestConflict");
    }

    static Fault accessDenied() {
        return new Refuse(403, "AccessDenied");
    }
}
