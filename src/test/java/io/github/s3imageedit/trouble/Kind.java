package io.github.s3imageedit.trouble;

import io.github.s3imageedit.testing.s3.Fault;
import java.time.Duration;

/** What happens to the request, and to those after it. */
enum Kind {
    SERVER_ERROR(After.NOTHING),
    SLOW_DOWN(After.NOTHING),
    CONFLICT(After.NOTHING),
    RESET(After.NOTHING),
    /** The repeated put meets its own object: 412. */
    LOST_REPLY(After.NOTHING),
    /** Carried out when the client has long asked again. */
    LATE(After.NOTHING),
    LATE_REPLY(After.NOTHING),

    KIND_REFUSED(After.KIND_FAILS),
    KIND_CONFLICTS(After.KIND_FAILS),
    KIND_RESET(After.KIND_FAILS),
    /** Carried out when the invocation is long over. */
    KIND_KEEPS_SILENT(After.KIND_FAILS),
    /** Carried out, but nobody hears of it before all is over, though other things can be written. */
    LOST_REPLY_THEN_REFUSALS(After.KIND_FAILS),
    OUTAGE(After.ALL_FAILS),
    SILENCE(After.ALL_FAILS),
    LOST_REPLY_THEN_OUTAGE(After.ALL_FAILS);

    /** The client waits for 20 s. */
    private static final Duration LONGER_THAN_PATIENCE = Duration.ofSeconds(21);

    private final After after;

    Kind(After after) {
        this.after = after;
    }

    /** What the requests suffer that follow, to the end of the invocation. */
    enum After {
        NOTHING,
        /** Those of the same operation on the same kind of object. */
        KIND_FAILS,
        ALL_FAILS
    }

    Fault first() {
        return switch (this) {
            case SERVER_ERROR, KIND_REFUSED, OUTAGE -> Fault.internalError();
            case SLOW_DOWN -> Fault.slowDown();
            case CONFLICT, KIND_CONFLICTS -> Fault.conflict();
            case RESET, KIND_RESET -> new Fault.Reset();
            case LOST_REPLY, LOST_REPLY_THEN_REFUSALS, LOST_REPLY_THEN_OUTAGE -> new Fault.LoseReply();
            case LATE, KIND_KEEPS_SILENT, SILENCE -> new Fault.Delay(LONGER_THAN_PATIENCE);
            case LATE_REPLY -> new Fault.DelayReply(LONGER_THAN_PATIENCE);
        };
    }

    Fault following() {
        return first() instanceof Fault.LoseReply ? Fault.internalError() : first();
    }

    After after() {
        return after;
    }

    boolean isLasting() {
        return after != After.NOTHING;
    }

    boolean isForWritesOnly() {
        return this == CONFLICT || this == KIND_CONFLICTS;
    }
}
