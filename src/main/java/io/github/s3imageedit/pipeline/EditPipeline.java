package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.edit.ApiKeyUnavailableException;
import io.github.s3imageedit.image.ContentChangedException;
import io.github.s3imageedit.job.EditJob;
import io.github.s3imageedit.job.JobDecision;
import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.SkipReason;
import io.github.s3imageedit.job.UploadEvent;
import io.github.s3imageedit.ledger.Admission;
import io.github.s3imageedit.ledger.Hold;
import io.github.s3imageedit.ledger.Ledger;
import io.github.s3imageedit.ledger.LostHoldException;
import io.github.s3imageedit.ledger.UnreadableLedgerException;
import io.github.s3imageedit.pipeline.Outcome.Cause;
import io.github.s3imageedit.pipeline.Outcome.Decided;
import io.github.s3imageedit.pipeline.Outcome.Edited;
import io.github.s3imageedit.pipeline.Outcome.Refused;
import io.github.s3imageedit.pipeline.Outcome.Skipped;
import io.github.s3imageedit.pipeline.Outcome.Unavailable;
import io.github.s3imageedit.result.ResultWriter;
import io.github.s3imageedit.store.StoreException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** One object from start to end: intake, decision, the paid edit where it has not been decided yet, outcome. */
public final class EditPipeline {
    private static final Logger LOG = LoggerFactory.getLogger(EditPipeline.class);

    private final Intake intake;
    private final Ledger ledger;
    private final PaidEdit paidEdit;
    private final ResultWriter writer;
    private final InstantSource clock;

    /** The pipeline of one function. */
    public EditPipeline(Intake intake, Ledger ledger, PaidEdit paidEdit, ResultWriter writer, InstantSource clock) {
        this.intake = intake;
        this.ledger = ledger;
        this.paidEdit = paidEdit;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * Does what an event asks for.
     *
     * @param invocation in which it is done
     */
    public EditReport run(UploadEvent event, Invocation invocation) {
        Stopwatch stopwatch = new Stopwatch(clock, event);
        Notes notes = new Notes();
        Task task = new Task(invocation, stopwatch, invocation.time(clock), notes);
        Outcome outcome = guarded(event, () -> look(event, task));
        log(event.object(), outcome, stopwatch);
        return new EditReport(event.object(), invocation.id(), outcome, notes.findings(stopwatch));
    }

    /** Why what an event asks for could not be done for any upload, in a sentence; empty where it could. */
    public Optional<String> objection(Map<String, String> arguments) {
        return intake.objection(arguments);
    }

    /** What a sidecar says; empty where it cannot be had. */
    public Optional<Verdict> verdict(ObjectRef sidecar, Invocation invocation) {
        try {
            return writer.within(invocation.time(clock).deadline())
                    .facts(sidecar)
                    .map(facts -> Verdict.of(facts, sidecar));
        } catch (StoreException e) {
            LOG.warn("{}: its words are not to be had: {}", sidecar, e.getMessage());
            return Optional.empty();
        } catch (RuntimeException e) {
            LOG.error("{}: its words are not to be had: {}", sidecar, Traces.of(e));
            return Optional.empty();
        }
    }

    private static Outcome guarded(UploadEvent event, Supplier<Outcome> work) {
        try {
            return work.get();
        } catch (ContentChangedException e) {
            // Of the picture there is a newer event. Of a named part, or of an object that was asked for
            // as it is, there is none, so the old one comes again.
            return e.isOf(event.object().toString()) && event.etag().isPresent()
                    ? new Skipped(SkipReason.SUPERSEDED)
                    : new Unavailable(Cause.MOMENT, String.valueOf(e.getMessage()));
        } catch (StoreException e) {
            return new Unavailable(e.isOurs() ? Cause.OURS : Cause.MOMENT, String.valueOf(e.getMessage()));
        } catch (LostHoldException e) {
            return new Unavailable(Cause.MOMENT, String.valueOf(e.getMessage()));
        } catch (ApiKeyUnavailableException | UnreadableLedgerException e) {
            return new Unavailable(Cause.OURS, String.valueOf(e.getMessage()));
        }
    }

    private Outcome look(UploadEvent event, Task task) {
        return switch (intake.within(task.deadline()).take(event)) {
            case Intake.Result.Missing missing ->
                new Unavailable(Cause.PART, "it names " + missing.part() + ", which is not there yet");
            case Intake.Result.Decided decided -> follow(decided.decision(), task);
        };
    }

    private Outcome follow(JobDecision decision, Task task) {
        return switch (decision) {
            case JobDecision.Skip skip -> new Skipped(skip.reason());
            case JobDecision.Refuse refuse -> refuse(refuse, task);
            case JobDecision.Run run -> edit(run.job(), task);
        };
    }

    /** Costs nothing, and needs no ledger. */
    private Outcome refuse(JobDecision.Refuse refuse, Task task) {
        task.notes().asks(refuse.job().id());
        return writer.within(task.deadline()).isDecided(refuse.job())
                ? new Decided(writer.sidecar(refuse.job()))
                : paidEdit.refuse(refuse.job(), refuse.fault(), task);
    }

    private Outcome edit(EditJob job, Task task) {
        task.notes().asks(job.id());
        Standing standing = new Standing(writer.within(task.deadline()), job);
        return switch (ledger.enter(
                job.id(),
                task.invocation().id(),
                standing,
                task.time(),
                task.invocation().patience())) {
            case Admission.Settled settled -> new Decided(writer.sidecar(job));
            case Admission.Elsewhere elsewhere -> new Unavailable(Cause.ELSEWHERE, "another delivery is at work on it");
            case Admission.Granted granted -> {
                task.stopwatch().workStarts();
                try (Hold hold = granted.hold()) {
                    yield paidEdit.run(new Work(job, hold, task));
                }
            }
        };
    }

    private static void log(ObjectRef object, Outcome outcome, Stopwatch stopwatch) {
        switch (outcome) {
            case Edited edited ->
                LOG.info(
                        "{}: edited in {} ms: {}",
                        object,
                        stopwatch.timings().total().toMillis(),
                        edited.sidecar());
            case Decided decided ->
                LOG.info("{}: skipped: its sidecar is there already: {}", object, decided.sidecar());
            case Skipped skipped ->
                LOG.info("{}: skipped: {}", object, skipped.reason().words());
            case Refused refused -> LOG.warn("{}: refused ({}): see {}", object, refused.reason(), refused.sidecar());
            // Only what does not mend itself is an error: an alarm must not ring for what waits.
            case Unavailable unavailable ->
                LOG.atLevel(unavailable.cause() == Cause.OURS ? Level.ERROR : Level.WARN)
                        .log("{}: handed back: {}", object, unavailable.reason());
        }
    }
}
