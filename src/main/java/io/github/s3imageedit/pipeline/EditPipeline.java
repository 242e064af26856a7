package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.edit.ApiKeyUnavailableException;
import io.github.s3imageedit.edit.Deadline;
import io.github.s3imageedit.image.ContentChangedException;
import io.github.s3imageedit.job.EditJob;
import io.github.s3imageedit.job.JobDecision;
import io.github.s3imageedit.job.SkipReason;
import io.github.s3imageedit.job.UploadEvent;
import io.github.s3imageedit.pipeline.Outcome.Cause;
import io.github.s3imageedit.pipeline.Outcome.Edited;
import io.github.s3imageedit.pipeline.Outcome.Refused;
import io.github.s3imageedit.pipeline.Outcome.Skipped;
import io.github.s3imageedit.pipeline.Outcome.Unavailable;
import io.github.s3imageedit.result.ResultWriter;
import io.github.s3imageedit.store.StoreException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One object from start to end: intake, decision, the paid edit where it has not been decided yet, outcome. */
public final class EditPipeline {
    private static final Logger LOG = LoggerFactory.getLogger(EditPipeline.class);

    private final Intake intake;
    private final PaidEdit paidEdit;
    private final ResultWriter writer;
    private final InstantSource clock;

    /** The pipeline of one function. */
    public EditPipeline(Intake intake, PaidEdit paidEdit, ResultWriter writer, InstantSource clock) {
        this.intake = intake;
        this.paidEdit = paidEdit;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * Does what an event asks for.
     *
     * @param timeLeft after which the function is ended
     */
    public Outcome run(UploadEvent event, Duration timeLeft) {
        Deadline deadline = Deadline.in(timeLeft, clock);
        Stopwatch stopwatch = new Stopwatch(clock, event);
        Outcome outcome = guarded(event, () -> look(event, stopwatch, deadline));
        log(event, outcome, stopwatch);
        return outcome;
    }

    private static Outcome guarded(UploadEvent event, Supplier<Outcome> work) {
        try {
            return work.get();
        } catch (ContentChangedException e) {
            // Of the picture there is a newer event; of a named part there is none, so the old one comes again.
            return e.isOf(event.object().toString())
                    ? new Skipped(SkipReason.SUPERSEDED)
                    : new Unavailable(Cause.MOMENT, String.valueOf(e.getMessage()));
        } catch (StoreException e) {
            return new Unavailable(e.isOurs() ? Cause.OURS : Cause.MOMENT, String.valueOf(e.getMessage()));
        } catch (ApiKeyUnavailableException e) {
            return new Unavailable(Cause.OURS, String.valueOf(e.getMessage()));
        }
    }

    private Outcome look(UploadEvent event, Stopwatch stopwatch, Deadline deadline) {
        return switch (intake.take(event)) {
            case Intake.Result.Missing missing ->
                new Unavailable(Cause.PART, "it names " + missing.part() + ", which is not there yet");
            case Intake.Result.Decided decided -> follow(decided.decision(), stopwatch, deadline);
        };
    }

    private Outcome follow(JobDecision decision, Stopwatch stopwatch, Deadline deadline) {
        return switch (decision) {
            case JobDecision.Skip skip -> new Skipped(skip.reason());
            case JobDecision.Refuse refuse ->
                once(refuse.job(), () -> paidEdit.refuse(refuse.job(), refuse.fault(), stopwatch));
            case JobDecision.Run run -> once(run.job(), () -> paidEdit.run(run.job(), stopwatch, deadline));
        };
    }

    private Outcome once(EditJob job, Supplier<Outcome> work) {
        return writer.isDecided(job) ? new Skipped(SkipReason.ALREADY_DECIDED) : work.get();
    }

    private static void log(UploadEvent event, Outcome outcome, Stopwatch stopwatch) {
        switch (outcome) {
            case Edited edited ->
                LOG.info(
                        "{}: edited in {} ms: {}",
                        event.object(),
                        stopwatch.timings().total().toMillis(),
                        edited.sidecar());
            case Skipped skipped ->
                LOG.info("{}: skipped: {}", event.object(), skipped.reason().words());
            case Refused refused ->
                LOG.warn("{}: refused ({}): see {}", event.object(), refused.reason(), refused.sidecar());
            case Unavailable unavailable -> LOG.error("{}: handed back: {}", event.object(), unavailable.reason());
        }
    }
}
