package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.edit.Attempt;
import io.github.s3imageedit.edit.Attempt.Result;
import io.github.s3imageedit.edit.CallRecord;
import io.github.s3imageedit.edit.Charge;
import io.github.s3imageedit.edit.RequestLog;
import io.github.s3imageedit.job.Deadline;
import io.github.s3imageedit.ledger.SentCall;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What became of calls whose answers did not come: looked up where the endpoint keeps records. */
final class LostCalls {
    private static final Logger LOG = LoggerFactory.getLogger(LostCalls.class);
    /** No call takes so long: what the records still do not tell by then, they never will. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final RequestLog log;

    LostCalls(RequestLog log) {
        this.log = log;
    }

    /**
     * Looks a call up, and tells the hold what is known of it now.
     *
     * @param attempt the same call, for the sidecar
     * @return why it is too early to tell; empty: all is told
     */
    Optional<String> resolve(Work work, SentCall call, Attempt attempt, Deadline deadline) {
        return switch (log.find(work.hold().trace(call.number()), call.at(), deadline)) {
            case CallRecord.Pending pending ->
                waited(work, call, attempt, deadline, "the endpoint is still at work on an earlier call");
            case CallRecord.Unavailable unavailable -> waited(work, call, attempt, deadline, unavailable.reason());
            case CallRecord.Absent absent -> lost(work, attempt, Optional.empty());
            case CallRecord.Completed completed -> lost(work, attempt, Optional.of(completed.charge()));
            case CallRecord.Failed failed -> failed(work, attempt, failed.charge());
        };
    }

    private static Optional<String> waited(
            Work work, SentCall call, Attempt attempt, Deadline deadline, String reason) {
        if (deadline.clock().instant().isBefore(call.at().plus(PATIENCE))) {
            return Optional.of(reason);
        }
        LOG.warn("the call of {} is given up, for its outcome is not told: {}", call.at(), reason);
        return lost(work, attempt, Optional.empty());
    }

    /** What a lost call cost, where the records show it completed. */
    Optional<Charge> charge(Work work, SentCall call, Deadline deadline) {
        if (log.find(work.hold().trace(call.number()), call.at(), deadline) instanceof CallRecord.Completed completed) {
            work.notes().spent(completed.charge());
            return Optional.of(completed.charge());
        }
        return Optional.empty();
    }

    private static Optional<String> failed(Work work, Attempt attempt, Charge charge) {
        if (!charge.isNothing()) {
            return lost(work, attempt, Optional.of(charge));
        }
        work.hold().cleared(attempt.ending(Result.REFUSED, Optional.of(charge)));
        return Optional.empty();
    }

    private static Optional<String> lost(Work work, Attempt attempt, Optional<Charge> charge) {
        charge.ifPresent(work.notes()::spent);
        work.hold().lost(attempt.ending(Result.UNKNOWN, charge));
        return Optional.empty();
    }
}
