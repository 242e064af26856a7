package io.github.s3imageedit.trouble;

import io.github.s3imageedit.kill.Form;

/** One trouble at one request of one edit. */
record Case(Form form, String unknownOutcome, Target target, Kind kind) {
    static final String RETRY_ONCE = "retry-once";
    static final String STOP = "stop";

    boolean stops() {
        return unknownOutcome.equals(STOP);
    }

    @Override
    public String toString() {
        return form + ", " + target + ", " + kind + (stops() ? ", stop" : "");
    }
}
