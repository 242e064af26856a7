package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.edit.EndpointAddress;
import io.github.s3imageedit.edit.EndpointError;
import io.github.s3imageedit.edit.Pause;
import io.github.s3imageedit.edit.ReplyFacts;
import io.github.s3imageedit.job.EditJob;
import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.ledger.Hold;
import io.github.s3imageedit.ledger.LostHoldException;
import io.github.s3imageedit.ledger.Stage;
import io.github.s3imageedit.ledger.UnreadableLedgerException;
import io.github.s3imageedit.pipeline.Outcome.Decided;
import io.github.s3imageedit.pipeline.Outcome.Edited;
import io.github.s3imageedit.pipeline.Outcome.Refused;
import io.github.s3imageedit.result.ResultWriter;
import io.github.s3imageedit.result.SidecarError;
import io.github.s3imageedit.store.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends edits: the sidecar, and in the ledger what must stand before or after it. */
final class Settlement {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final EndpointAddress address;
    private final ResultWriter writer;
    private final Pause pause;

    Settlement(EndpointAddress address, ResultWriter writer, Pause pause) {
        this.address = address;
        this.writer = writer;
        this.pause = pause;
    }

    /** Leaves a sidecar that says why there is no edit: nothing was paid, and the ledger need not know. */
    Outcome refuse(Story story, SidecarError error, Task task) {
        String words = writer.words(story.failure(address, error, Optional.empty()));
        Optional<ObjectRef> sidecar = writer.within(task.deadline()).writeSidecar(story.job(), words);
        task.notes().decided(words, List.of());
        return refused(story.job(), sidecar, error.code());
    }

    /** The pictures stand: the sidecar follows, and the receipt stays behind it. */
    Outcome succeed(Work work, Story story, ReplyFacts facts) {
        String words = writer.words(story.success(address, facts));
        Optional<ObjectRef> sidecar = insisting(work).on(() -> write(work, words));
        decided(work, words);
        work.hold().settle();
        return decided(work.job(), sidecar, Edited::new);
    }

    /**
     * The verdict goes into the ledger first, so that no kill before the sidecar leads to another call.
     *
     * @throws LostHoldException if the edit is in other hands, whose verdict counts
     */
    Outcome fail(Work work, Story story, SidecarError error, Optional<ReplyFacts> facts) {
        Stage.Failed failure = new Stage.Failed(error.code(), writer.words(story.failure(address, error, facts)));
        work.hold().failed(failure);
        writeDown(work.hold());
        return conclude(work, failure);
    }

    /** The verdict stands: the sidecar follows, and then the way is free for whoever deletes it. */
    Outcome conclude(Work work, Stage.Failed failure) {
        Optional<ObjectRef> sidecar = insisting(work).on(() -> write(work, failure.sidecar()));
        decided(work, failure.sidecar());
        work.hold().reopen();
        return refused(work.job(), sidecar, failure.code());
    }

    /** Without it the sidecar alone will do. */
    private static void writeDown(Hold hold) {
        try {
            hold.write();
        } catch (StoreException | UnreadableLedgerException e) {
            LOG.warn("the ledger does not take what was reached: {}", e.getMessage());
        }
    }

    /** Nothing else tells of what was paid for: tried until the time is up; then the release is the last try. */
    void insistOnLedger(Work work) {
        if (!work.deadline().allows(Duration.ZERO)) {
            return;
        }
        try {
            insisting(work).onLastChance(() -> {
                work.hold().write();
                return work;
            });
        } catch (StoreException | LostHoldException | UnreadableLedgerException e) {
            LOG.error(
                    "{}: the ledger took nothing to the end: {}",
                    work.job().source().object(),
                    e.getMessage());
        }
    }

    private Insistence insisting(Work work) {
        return new Insistence(pause, work.deadline());
    }

    private Optional<ObjectRef> write(Work work, String words) {
        return writer.within(work.deadline()).writeSidecar(work.job(), words);
    }

    private static void decided(Work work, String words) {
        work.notes().decided(words, work.hold().history().lostAttempts());
    }

    private Outcome refused(EditJob job, Optional<ObjectRef> sidecar, String code) {
        return decided(job, sidecar, place -> new Refused(place, EndpointError.loggable(code)));
    }

    /** Another delivery may have been faster: its sidecar stands. */
    private Outcome decided(EditJob job, Optional<ObjectRef> sidecar, Function<ObjectRef, Outcome> outcome) {
        return sidecar.map(outcome).orElseGet(() -> new Decided(writer.sidecar(job)));
    }
}
