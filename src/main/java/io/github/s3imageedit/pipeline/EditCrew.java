package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.job.Deadline;
import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.SkipReason;
import io.github.s3imageedit.job.UploadEvent;
import io.github.s3imageedit.pipeline.Outcome.Cause;
import io.github.s3imageedit.pipeline.Outcome.Skipped;
import io.github.s3imageedit.pipeline.Outcome.Unavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to an event's uploads beside each other, so that many waits for the endpoint take the time of one. */
public final class EditCrew {
    private static final Logger LOG = LoggerFactory.getLogger(EditCrew.class);

    /** What has no end so shortly before the invocation's is reported as unfinished; all work should be over before. */
    private static final Duration REPORTING = Duration.ofSeconds(1);

    private final EditPipeline pipeline;
    private final Executor threads;
    private final Semaphore places;
    private final InstantSource clock;
    private final EditObserver observer;

    /**
     * A crew of one function.
     *
     * @param threads begins everything at once, and waits for nothing
     * @param places how many uploads are worked on at once, over all invocations
     */
    public EditCrew(EditPipeline pipeline, Executor threads, int places, InstantSource clock, EditObserver observer) {
        this.pipeline = pipeline;
        this.threads = threads;
        this.places = new Semaphore(places, true);
        this.clock = clock;
        this.observer = observer;
    }

    /**
     * Runs errands to their ends, or to the end of the time.
     *
     * @param invocation in which they are done, from now on
     * @return one outcome for each errand, in their order
     */
    public List<Outcome> run(List<Errand> errands, Invocation invocation) {
        Run run = new Run(errands, invocation);
        Deadline deadline = run.deadline;
        await(run, deadline.leaving(deadline.share(REPORTING, 10)).remaining());
        return run.outcomes();
    }

    /** Why what an event asks for could not be done for any upload, in a sentence; empty where it could. */
    public Optional<String> objection(Map<String, String> arguments) {
        return pipeline.objection(arguments);
    }

    /** What a sidecar says; empty where it cannot be had. */
    public Optional<Verdict> verdict(ObjectRef sidecar, Invocation invocation) {
        return pipeline.verdict(sidecar, invocation);
    }

    private void await(Run run, Duration time) {
        List<List<Integer>> lanes = run.lanes();
        CountDownLatch open = new CountDownLatch(lanes.size());
        for (List<Integer> lane : lanes) {
            threads.execute(() -> {
                try {
                    run.follow(lane);
                } finally {
                    open.countDown();
                }
            });
        }
        try {
            if (!open.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.error("{} of {} lanes of uploads had not come to an end in time", open.getCount(), lanes.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The errands of one invocation. */
    private final class Run {
        private final List<Errand> errands;
        private final Invocation invocation;
        private final Deadline deadline;
        private final AtomicReferenceArray<Outcome> ends;
        /** What has not begun by then is another delivery's. */
        private volatile boolean told;

        Run(List<Errand> errands, Invocation invocation) {
            this.errands = List.copyOf(errands);
            this.invocation = invocation;
            this.deadline = Deadline.in(invocation.timeLeft(), clock);
            this.ends = new AtomicReferenceArray<>(errands.size());
        }

        List<List<Integer>> lanes() {
            Map<Object, List<Integer>> lanes = new LinkedHashMap<>();
            for (int number = 0; number < errands.size(); number++) {
                lanes.computeIfAbsent(errands.get(number).lane(), lane -> new ArrayList<>())
                        .add(number);
            }
            return List.copyOf(lanes.values());
        }

        /** @throws Error after the lane's end, where the machine failed on its way */
        void follow(List<Integer> lane) {
            Optional<Cause> heldUp = Optional.empty();
            Optional<Error> failure = Optional.empty();
            for (int number : lane) {
                Errand errand = errands.get(number);
                Outcome end;
                try {
                    end = heldUp.map(cause -> notBegun(
                                    errand,
                                    cause,
                                    "an earlier one of its group was handed back, and the order is kept"))
                            .orElseGet(() -> inPlace(errand));
                } catch (Error e) {
                    failure = Optional.of(e);
                    end = unforeseen(errand.readings().getFirst(), e);
                }
                ends.set(number, end);
                if (errand.strict() && end instanceof Unavailable unavailable) {
                    heldUp = Optional.of(unavailable.cause());
                }
            }
            if (failure.isPresent()) {
                throw failure.get();
            }
        }

        private Outcome inPlace(Errand errand) {
            Duration patience = invocation().time(clock).patience();
            try {
                if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    return notBegun(errand, Cause.TIME, "others took the time that this invocation had");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return notBegun(errand, Cause.TIME, "the function is being ended");
            }
            try {
                return firstThere(errand);
            } finally {
                places.release();
            }
        }

        private Invocation invocation() {
            return invocation.withTimeLeft(deadline.remaining());
        }

        private Outcome firstThere(Errand errand) {
            List<Outcome> absences = new ArrayList<>();
            for (UploadEvent reading : errand.readings()) {
                Outcome outcome = guarded(errand, reading);
                if (!(outcome instanceof Skipped skipped) || !skipped.reason().isAbsence()) {
                    return outcome;
                }
                absences.add(outcome);
            }
            // That it is missing by one reading says more than that another is not taken at all.
            Outcome missing = new Skipped(SkipReason.SUPERSEDED);
            return absences.contains(missing) ? missing : absences.getFirst();
        }

        /** One object's unforeseen trouble is not the others'. */
        private Outcome guarded(Errand errand, UploadEvent upload) {
            if (told) {
                return notBegun(errand, Cause.TIME, "the time was up before it was begun");
            }
            EditReport report;
            try {
                report = pipeline.run(upload, invocation());
            } catch (RuntimeException e) {
                return unforeseen(upload, e);
            }
            observer.ended(report);
            return report.outcome();
        }

        private Outcome unforeseen(UploadEvent upload, Throwable e) {
            LOG.error("{}: failed unexpectedly: {}", upload.object(), Traces.of(e));
            return ended(
                    upload.object(),
                    Cause.OURS,
                    "failed unexpectedly (" + e.getClass().getSimpleName() + ")");
        }

        private Outcome notBegun(Errand errand, Cause cause, String reason) {
            LOG.warn("{}: handed back: {}", errand.object(), reason);
            return ended(errand.object(), cause, reason);
        }

        /** Its thread may still come to an end, and tell of that, too. */
        private Outcome notEnded(Errand errand) {
            return ended(errand.object(), Cause.MOMENT, "it had not come to an end when the time was up");
        }

        private Outcome ended(ObjectRef object, Cause cause, String reason) {
            Outcome outcome = new Unavailable(cause, reason);
            observer.ended(new EditReport(object, invocation.id(), outcome, Findings.NONE));
            return outcome;
        }

        List<Outcome> outcomes() {
            told = true;
            List<Outcome> outcomes = new ArrayList<>();
            for (int number = 0; number < errands.size(); number++) {
                Outcome end = ends.get(number);
                outcomes.add(end == null ? notEnded(errands.get(number)) : end);
            }
            return List.copyOf(outcomes);
        }
    }
}
