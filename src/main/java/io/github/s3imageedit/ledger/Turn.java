package io.github.s3imageedit.ledger;

import io.github.s3imageedit.ledger.LedgerFile.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
    private Instant seenSince;

    Turn(LedgerFile file, String invocation, Evidence evidence, Upkeep upkeep) {
        this.file = file;
        this.invocation = invocation;
        this.evidence = evidence;
        this.upkeep = upkeep;
        this.seenSince = upkeep.clock().instant();
    }

    /** Claims an edit of which the ledger knows nothing yet. */
    Optional<Hold> claim() {
        LedgerEntry entry = LedgerEntry.claimed(invocation);
        return file.create(entry).map(etag -> new Hold(file, upkeep, entry, etag).started());
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
        Optional<Hold> hold =
                file.replace(entry, found.etag()).map(etag -> new Hold(file, upkeep, entry, etag).started());
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

    /** By S3's clock alone, for ours may differ by minutes; where S3 tells no time, by our own waiting. */
    private boolean hasExpired(Found found) {
        Instant now = upkeep.clock().instant();
        if (!found.nonce().equals(lastNonce)) {
            lastNonce = found.nonce();
            seenSince = now;
        }
        Duration length = upkeep.lease().length();
        return found.age()
                        .filter(age -> age.compareTo(length.plus(CLOCK_TICK)) > 0)
                        .isPresent()
                || Duration.between(seenSince, now).compareTo(length) > 0;
    }

    /** There is nothing left to fetch, and a holder that lived would have written the sidecar by now. */
    private boolean isFinished(Found found) {
        return found.entry().stage() instanceof Stage.Received received
                && found.age().filter(age -> age.compareTo(FINISHING) > 0).isPresent()
                && evidence.isStored(received.receipt());
    }
}
