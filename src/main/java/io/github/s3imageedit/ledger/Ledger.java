package io.github.s3imageedit.ledger;

import io.github.s3imageedit.edit.CallTime;
import io.github.s3imageedit.edit.Pause;
import io.github.s3imageedit.job.EditId;
import io.github.s3imageedit.store.ObjectStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Admits invocations to edits, one at a time to each. */
public final class Ledger {
    private final ObjectStore store;
    private final LedgerPlace place;
    private final Upkeep upkeep;
    private final Pause pause;
    private final Supplier<String> nonces;

    /**
     * A ledger.
     *
     * @param nonces never the same twice, not even in copies of one JVM that were started from a snapshot
     */
    public Ledger(ObjectStore store, LedgerPlace place, Upkeep upkeep, Pause pause, Supplier<String> nonces) {
        this.store = store;
        this.place = place;
        this.upkeep = upkeep;
        this.pause = pause;
        this.nonces = nonces;
    }

    /**
     * Asks to work on an edit, and waits while somebody else does.
     *
     * @param invocation for whoever reads the ledger
     * @param time after which it is too late to begin a call, and so to wait any longer
     * @param longest how long to wait at the most
     */
    public Admission enter(EditId edit, String invocation, Evidence evidence, CallTime time, Duration longest) {
        LedgerFile file = new LedgerFile(store.within(time.deadline()), place, edit, invocation + "." + nonces.get());
        Turn turn = new Turn(file, invocation, evidence, upkeep);
        // Most edits are new: the claim is tried at once, and beside it the sidecar is looked for.
        CompletableFuture<Boolean> settled = CompletableFuture.supplyAsync(evidence::isSettled, upkeep.executor());
        Optional<Hold> hold = turn.claim();
        if (isSettled(settled, hold)) {
            hold.ifPresentOrElse(Hold::close, turn::takeBackVerdict);
            return new Admission.Settled();
        }
        return hold.<Admission>map(Admission.Granted::new).orElseGet(() -> queued(turn, time, longest));
    }

    private static boolean isSettled(CompletableFuture<Boolean> answer, Optional<Hold> hold) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            hold.ifPresent(Hold::close);
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Admission queued(Turn turn, CallTime time, Duration longest) {
        Patience patience = Patience.FIRST;
        Duration waited = Duration.ZERO;
        while (true) {
            Optional<Admission> admission = turn.tryEnter();
            if (admission.isPresent()) {
                return admission.get();
            }
            waited = waited.plus(patience.time());
            if (!time.allowsCallAfter(patience.time()) || waited.compareTo(longest) > 0) {
                return new Admission.Elsewhere();
            }
            pause.pause(patience.time());
            turn.hasWaited(patience.time());
            patience = patience.longer();
        }
    }
}
