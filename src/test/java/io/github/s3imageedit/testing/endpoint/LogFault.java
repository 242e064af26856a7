package io.github.s3imageedit.testing.endpoint;

import java.time.Duration;
import java.util.Map;

/** What goes wrong with one reading of the request log. */
public sealed interface LogFault {
    /** Nothing: keeps the place of a good reading in a script. */
    record None() implements LogFault {}

    /** Waits, then goes on with the other. */
    record Delayed(Duration time, LogFault then) implements LogFault {}

    /** This reply instead of the records. */
    record Answered(CannedAnswer answer) implements LogFault {}

    static LogFault none() {
        return new None();
    }

    static LogFault delay(Duration time) {
        return new Delayed(time, new None());
    }

    static LogFault delay(Duration time, LogFault then) {
        return new Delayed(time, then);
    }

    static LogFault status(int status) {
        return new Answered(CannedAnswer.error(status));
    }

    /** Longer than any client waits. */
    static LogFault hang() {
        return delay(Duration.ofHours(1));
    }

    /** Begins as a list and breaks off, in a whole HTTP message. */
    static LogFault garbage() {
        String body = "{\"object\":\"list\",\"data\":[{\"id\":\"req_";
        return new Answered(new CannedAnswer(200, "application/json", body, Map.of()));
    }

    static LogFault html(int status) {
        return new Answered(CannedAnswer.html(status));
    }
}
