package io.github.s3imageedit.ledger;

import io.github.s3imageedit.edit.Attempt;
import io.github.s3imageedit.edit.CallTime;
import io.github.s3imageedit.edit.ReplyFacts;
import io.github.s3imageedit.job.Deadline;
import io.github.s3imageedit.job.EditId;
import io.github.s3imageedit.job.ObjectRef;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One edit, a simulated S3, and invocations whose clocks differ. */
final class Scene {
    static final EditId EDIT = new EditId("0123456789abcdef");
    static final LedgerPlace PLACE = new LedgerPlace("out", "results/");
    static final ObjectRef OBJECT = PLACE.of(EDIT);
    static final Duration AMPLE = Duration.ofMinutes(15);
    static final Attempt UNREACHABLE = attempt(Attempt.Result.UNREACHABLE);
    static final Attempt UNKNOWN = attempt(Attempt.Result.UNKNOWN);
    static final Receipt RECEIPT = new Receipt(SimulatedTime.START, ReplyFacts.NONE, true, List.of(), Map.of());

    final SimulatedTime time = new SimulatedTime();
    final MemoryStore store = new MemoryStore(time.clock(Duration.ZERO));
    final StandingResults results = new StandingResults();
    private final AtomicInteger nonces = new AtomicInteger();

    LedgerFile file(String writer) {
        return new LedgerFile(store, PLACE, EDIT, writer);
    }

    Admission enter(String invocation) {
        return enter(invocation, Duration.ZERO, AMPLE);
    }

    /** @param ahead of S3's clock */
    Admission enter(String invocation, Duration ahead, Duration left) {
        return enter(invocation, time.clock(ahead), left, left);
    }

    /** With so much patience, and ample time. */
    Admission enterPatiently(String invocation, Duration patience) {
        return enter(invocation, time.clock(Duration.ZERO), AMPLE, patience);
    }

    private Admission enter(String invocation, InstantSource clock, Duration left, Duration patience) {
        Upkeep upkeep = new Upkeep(Lease.USUAL, time, Runnable::run, clock);
        CallTime callTime = new CallTime(Deadline.in(left, clock), Duration.ofSeconds(1));
        return new Ledger(store, PLACE, upkeep, time, () -> "n" + nonces.incrementAndGet())
                .enter(EDIT, invocation, results, callTime, patience);
    }

    Hold granted(String invocation) {
        return granted(enter(invocation));
    }

    static Hold granted(Admission admission) {
        if (admission instanceof Admission.Granted(Hold hold)) {
            return hold;
        }
        throw new AssertionError("not granted but " + admission);
    }

    /** A call of this hold is out. */
    void send(Hold hold) {
        hold.begin(SimulatedTime.START).confirm().run();
    }

    LedgerEntry standing() {
        return file("reader").read().orElseThrow().entry();
    }

    int writes() {
        return store.asked().size();
    }

    private static Attempt attempt(Attempt.Result result) {
        return new Attempt(SimulatedTime.START, result, Optional.empty(), Duration.ofSeconds(3), Optional.empty());
    }
}
