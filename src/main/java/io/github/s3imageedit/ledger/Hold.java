package io.github.s3imageedit.ledger;

import io.github.s3imageedit.edit.Attempt;
import io.github.s3imageedit.edit.CallJournal;
import io.github.s3imageedit.edit.Permit;
import io.github.s3imageedit.edit.TraceParent;
import io.github.s3imageedit.edit.Watchdog;
import io.github.s3imageedit.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to work on one edit: writes its stages down, and is renewed while it lives. Closed without having been
 * settled, it is given back with the stage that was reached. Safe for threads: renewals run beside the work.
 */
public final class Hold implements CallJournal, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Hold.class);
    /** A failed renewal is not put off until the next one is due. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private final LedgerFile file;
    private final Upkeep upkeep;
    /** Held while S3 takes a write, and the ETag belongs to it; whoever only looks at the entry never waits for S3. */
    private final Lock writing = new ReentrantLock();

    private String etag;
    private LedgerEntry entry;
    private boolean done;
    /** Whether the call that is out is this hold's own, and lasts as long as it is held. */
    private boolean waiting;

    private Watchdog.@Nullable Guard nextRenewal;

    Hold(LedgerFile file, Upkeep upkeep, LedgerEntry entry, String etag) {
        this.file = file;
        this.upkeep = upkeep;
        this.entry = entry;
        this.etag = etag;
    }

    /** Begins to be renewed. */
    Hold started() {
        renewIn(upkeep.lease().renewal());
        return this;
    }

    public Stage stage() {
        return entry().stage();
    }

    public History history() {
        return entry().history();
    }

    private synchronized LedgerEntry entry() {
        return entry;
    }

    /** The trace of a call, the same whoever asks. */
    public TraceParent trace(int call) {
        return TraceParent.of(file + " " + call);
    }

    @Override
    public synchronized Permit begin(Instant at) {
        entry = entry.with(entry.history().withCall());
        int call = entry.history().calls();
        return new Permit(trace(call), () -> send(new SentCall(call, at, Duration.ZERO)));
    }

    private void send(SentCall call) {
        oneAtATime(() -> {
            LedgerEntry next = entry().at(new Stage.Sent(call));
            moveInTime(next);
            synchronized (this) {
                entry = next;
                waiting = true;
            }
        });
    }

    /** Nobody waits for the call that is out any more, and what became of it is still open. Goes with the release. */
    public synchronized void leave(Attempt attempt) {
        waiting = false;
        if (entry.stage() instanceof Stage.Sent sent) {
            entry = entry.at(new Stage.Sent(
                    new SentCall(sent.call().number(), sent.call().at(), attempt.duration())));
        }
    }

    /** Written down beside the pause that may follow: a kill there must not look like a call under way. */
    @Override
    public void ended(Attempt attempt) {
        boolean wasSent = stage() instanceof Stage.Sent;
        cleared(attempt);
        if (wasSent) {
            upkeep.executor().execute(this::renew);
        }
    }

    /** The call that was out is given up: what came of it cannot be known, or is lost. Goes with the next write. */
    public synchronized void lost(Attempt attempt) {
        entry = entry.with(entry.history().withLost(attempt)).at(new Stage.Open());
    }

    /** A picture stands of the call that was given up last: it is no longer counted as lost, and returned. */
    public synchronized Attempt found() {
        Attempt attempt = entry.history().lostAttempts().getLast();
        entry = entry.with(entry.history().withoutLost(attempt));
        return attempt;
    }

    /** The call has done nothing, as was learnt by its answer or later. Goes with the next write. */
    public synchronized void cleared(Attempt attempt) {
        entry = entry.with(entry.history().with(attempt)).at(new Stage.Open());
    }

    /** The call has been answered with a picture; from here on there is no other call. */
    public synchronized void answered(Attempt attempt, Receipt receipt) {
        entry = entry.with(entry.history().with(attempt)).at(new Stage.Received(receipt));
    }

    /** An end without a picture has been reached; from here on there is no other call before the sidecar stood. */
    public synchronized void failed(Stage.Failed failure) {
        entry = entry.at(failure);
    }

    /** The call has ended for good, without a picture. Goes with {@link #failed}. */
    public synchronized void concluded(Attempt attempt) {
        entry = entry.with(entry.history().with(attempt));
    }

    /**
     * Writes down what has been reached.
     *
     * @throws StoreException if S3 does not take it
     * @throws LostHoldException if the edit is in other hands
     */
    public void write() {
        oneAtATime(() -> move(entry()));
    }

    /** The same, for what must be heard of with most of the lease still to come. */
    void writeInTime() {
        oneAtATime(() -> moveInTime(entry()));
    }

    /** The condition of each write is the ETag of the one before. */
    private void oneAtATime(Runnable write) {
        writing.lock();
        try {
            write.run();
        } finally {
            writing.unlock();
        }
    }

    private void move(LedgerEntry next) {
        etag = file.replace(next, etag)
                .orElseThrow(() -> new LostHoldException("another invocation has taken the edit over"));
        renewIn(upkeep.lease().renewal());
    }

    /** Writes once more what S3 took long before we heard of it: from then on it counts the lease. */
    private void moveInTime(LedgerEntry next) {
        Instant begun = upkeep.clock().instant();
        move(next);
        if (upkeep.isLate(begun)) {
            move(next);
        }
    }

    private synchronized void renewIn(Duration time) {
        stopRenewing();
        if (!done) {
            nextRenewal = upkeep.after(time, this::renew);
        }
    }

    private synchronized void stopRenewing() {
        if (nextRenewal != null) {
            nextRenewal.close();
        }
    }

    private void renew() {
        try {
            oneAtATime(() -> {
                // Whatever may go wrong now, memory included, a living holder is heard of again.
                renewIn(SOON);
                if (!isDone()) {
                    move(renewed());
                }
            });
        } catch (StoreException e) {
            LOG.info("{}: not renewed, and tried again: {}", file, e.getMessage());
        } catch (LostHoldException | UnreadableLedgerException e) {
            LOG.warn("{}: {}", file, e.getMessage());
            stopRenewing();
        }
    }

    /** Whoever finds it after a kill learns how long the call had been followed. */
    private synchronized LedgerEntry renewed() {
        return waiting && entry.stage() instanceof Stage.Sent sent
                ? entry.at(
                        new Stage.Sent(sent.call().lastingUntil(upkeep.clock().instant())))
                : entry;
    }

    /** The sidecar of a success stands: the receipt stays behind, to write it again from. */
    public synchronized void settle() {
        done = true;
        stopRenewing();
    }

    private synchronized boolean isDone() {
        return done;
    }

    /** The failed sidecar stands: once it is deleted, the edit begins anew. */
    public synchronized void reopen() {
        entry = entry.reopened();
    }

    /** Gives the edit back, so that the next delivery need not wait for the lease to run out. */
    @Override
    public void close() {
        if (isDone()) {
            return;
        }
        settle();
        try {
            oneAtATime(this::giveBack);
        } catch (StoreException | UnreadableLedgerException e) {
            LOG.warn("{}: not given back, and free when the lease has run out: {}", file, e.getMessage());
        }
    }

    private void giveBack() {
        if (file.replace(renewed().released(), etag).isEmpty()) {
            LOG.info("{}: is in other hands", file);
        }
    }
}
