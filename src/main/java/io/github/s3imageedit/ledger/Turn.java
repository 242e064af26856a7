package io.github.s3imageedit.ledger;

import io.github.s3imageedit.ledger.LedgerFile.Found;
import io.github.s3imageedit.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One invocation's waiting for one edit. */
final class Turn {
    private static final Logger LOG = LoggerFactory.getLogger(Turn.class);
    /** S3 tells times in whole seconds. */
    private static final Duration CLOCK_TICK = Duration.ofSeconds(1);
    /** So long a holder whose pictures all stand may take for the sidecar. */
    private static final Duration FINISHING = Duration.ofSeconds(5);

    private final LedgerFile file;
    private final String invocation;
    private final Evidence evidence;
    private final Upkeep upkeep;
    private @Nullable String lastNonce;
    private Duration waited = Duration.ZERO;

    Turn(LedgerFile file, String invocation, Evidence evidence, Upkeep upkeep) {
        this.file = file;
        this.invocation = invocation;
        this.evidence = evidence;
        this.upkeep = upkeep;
    }

    /** Claims an edit of which the ledger knows nothing yet. */
    Optional<Hold> claim() {
        LedgerEntry entry = LedgerEntry.claimed(invocation);
        return held(entry, () -> file.create(entry));
    }

    private Optional<Hold> held(LedgerEntry entry, Supplier<Optional<String>> write) {
        Instant begun = upkeep.clock().instant();
        Optional<Hold> hold = write.get().map(etag -> new Hold(file, upkeep, entry, etag));
        return upkeep.isLate(begun) ? hold.flatMap(Turn::heldAgain) : hold.map(Hold::started);
    }

    /** What was written so long ago may have been taken over already. */
    private static Optional<Hold> heldAgain(Hold hold) {
        try {
            hold.writeInTime();
            return Optional.of(hold);
        } catch (LostHoldException e) {
            return Optional.empty();
        } catch (RuntimeException e) {
            hold.close();
            throw e;
        }
    }

    /**
     * The sidecar stands, and no claim was to be had: a verdict that was left behind by a kill is taken back, so that the
     * edit can begin anew once somebody deletes the sidecar.
     */
    void takeBackVerdict() {
        try {
            file.lastRead()
                    .filter(found -> found.entry().stage() instanceof Stage.Failed)
                    .ifPresent(found -> file.replace(found.entry().reopened().released(), found.etag()));
        } catch (StoreException | UnreadableLedgerException e) {
            LOG.warn("{}: the verdict stays in the ledger: {}", file, e.getMessage());
        }
    }

    /** Looks once whether it is our turn; empty: not yet. */
    Optional<Admission> tryEnter() {
        Optional<Found> found = file.read();
        if (found.isPresent() && !isFree(found.get())) {
            return evidence.isSettled() ? Optional.of(new Admission.Settled()) : Optional.empty();
        }
        Optional<Hold> hold = found.isPresent() ? take(found.get()) : claim();
        return hold.map(this::admitted);
    }

    /** What was decided between our first look and our turn is not to be done again. */
    private Admission admitted(Hold hold) {
        boolean settled;
        try {
            settled = evidence.isSettled();
        } catch (RuntimeException e) {
            hold.close();
            throw e;
        }
        if (settled) {
            hold.close();
            return new Admission.Settled();
        }
        return new Admission.Granted(hold);
    }

    private Optional<Hold> take(Found found) {
        LedgerEntry entry = found.entry().heldBy(invocation);
        Optional<Hold> hold = held(entry, () -> file.replace(entry, found.etag()));
        if (hold.isPresent()) {
            LOG.info(
                    "{}: goes on where {} stopped: {}",
                    file,
                    found.entry().holder().orElse("an earlier invocation"),
                    entry.stage().getClass().getSimpleName());
        }
        return hold;
    }

    private boolean isFree(Found found) {
        return found.entry().holder().isEmpty() || hasExpired(found) || isFinished(found);
    }

    /** Time has passed in which the holder could have been heard of. */
    void hasWaited(Duration pause) {
        waited = waited.plus(pause);
    }

    /** By S3's clock, or where that tells nothing by our own pauses: our clock may differ by minutes, and be set meanwhile. */
    private boolean hasExpired(Found found) {
        if (!found.nonce().equals(lastNonce)) {
            lastNonce = found.nonce();
            waited = Duration.ZERO;
        }
        Duration length = upkeep.lease().length();
        return found.age()
                        .filter(age -> age.compareTo(length.plus(CLOCK_TICK)) > 0)
                        .isPresent()
                || waited.compareTo(length) > 0;
    }

    /** There is nothing left to fetch, and a holder that lived would have written the sidecar by now. */
    private boolean isFinished(Found found) {
        return found.entry().stage() instanceof Stage.Received received
                && found.age().filter(age -> age.compareTo(FINISHING) > 0).isPresent()
                && evidence.isStored(received.receipt());
    }
}
