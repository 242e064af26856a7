package io.github.s3imageedit.edit;

import io.github.s3imageedit.job.Deadline;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Answers as it is told, one reply after the other and the last for ever; each call takes its time. */
final class ScriptedEndpoint implements EditEndpoint {
    private final ManualClock clock;
    private final Duration callTime;
    private final Queue<EditReply> replies;
    private final List<Duration> timesGiven = new ArrayList<>();

    ScriptedEndpoint(ManualClock clock, Duration callTime, EditReply... replies) {
        this.clock = clock;
        this.callTime = callTime;
        this.replies = new ArrayDeque<>(List.of(replies));
    }

    @Override
    public EditReply edit(EditRequest request, Permit permit, PictureSink sink, Deadline deadline) {
        timesGiven.add(deadline.remaining());
        clock.advance(callTime);
        return replies.size() == 1 ? replies.element() : replies.remove();
    }

    int calls() {
        return timesGiven.size();
    }

    /** How much time each call had. */
    List<Duration> timesGiven() {
        return List.copyOf(timesGiven);
    }
}
