package io.github.s3imageedit.edit;

import io.github.s3imageedit.edit.EditReply.Answered;
import io.github.s3imageedit.edit.EditReply.Busy;
import io.github.s3imageedit.edit.EditReply.Unreachable;
import io.github.s3imageedit.job.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Calls of a scripted endpoint, in time that passes by hand. */
abstract class WithScriptedCalls {
    static final Duration CALL = Duration.ofSeconds(2);
    static final Duration SHORTEST = Duration.ofSeconds(1);
    static final Duration AN_HOUR = Duration.ofHours(1);
    static final Answered ANSWERED = new Answered(List.of(), true, ReplyFacts.NONE);
    static final Busy BUSY = busy(Optional.empty());
    static final Unreachable GONE = new Unreachable("no route");

    final ManualClock clock = new ManualClock();
    final RotatedKey key = new RotatedKey(1);
    final RecordingJournal journal = new RecordingJournal();
    double random;
    Duration time = AN_HOUR;
    Optional<Duration> longestCall = Optional.empty();

    ScriptedEndpoint scripted(EditReply... replies) {
        return new ScriptedEndpoint(clock, CALL, replies);
    }

    EditCall call(ScriptedEndpoint endpoint) {
        return call(endpoint, key);
    }

    EditCall call(ScriptedEndpoint endpoint, ApiKey with) {
        return new EditCaller(endpoint, with, clock, () -> random, longestCall)
                .call(Requests.edit(), journal, (index, image) -> {}, new CallTime(Deadline.in(time, clock), SHORTEST));
    }

    static Busy busy(Optional<Duration> retryAfter) {
        return new Busy(error(429), retryAfter);
    }

    static EndpointError error(int status) {
        return EndpointError.of(status, "CODE", "words");
    }

    static Duration millis(long count) {
        return Duration.ofMillis(count);
    }
}
