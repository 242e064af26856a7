package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.edit.Attempt;
import io.github.s3imageedit.edit.Attempt.Result;
import io.github.s3imageedit.edit.CallTime;
import io.github.s3imageedit.edit.Charge;
import io.github.s3imageedit.edit.EditCall;
import io.github.s3imageedit.edit.EditReply;
import io.github.s3imageedit.edit.EndpointError;
import io.github.s3imageedit.edit.ReplyFacts;
import io.github.s3imageedit.image.ContentChangedException;
import io.github.s3imageedit.job.EditJob;
import io.github.s3imageedit.job.Fault;
import io.github.s3imageedit.job.Origin;
import io.github.s3imageedit.ledger.SentCall;
import io.github.s3imageedit.ledger.Stage;
import io.github.s3imageedit.pipeline.Outcome.Cause;
import io.github.s3imageedit.pipeline.Outcome.Unavailable;
import io.github.s3imageedit.result.SidecarError;
import io.github.s3imageedit.store.ObjectStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The step that costs money, begun where an earlier delivery stopped. */
public final class PaidEdit {
    private static final Logger LOG = LoggerFactory.getLogger(PaidEdit.class);

    /** Answers that do not come, and did nothing by the endpoint's records, are a matter for another time. */
    private static final int MAX_CALLS = 3;

    private final ObjectStore store;
    private final EditService service;
    private final UnknownOutcome policy;
    private final Delivery delivery;
    private final Settlement settlement;
    private final LostCalls lostCalls;

    /** The step, at one endpoint. */
    public PaidEdit(ObjectStore store, EditService service, UnknownOutcome policy, Delivery delivery) {
        this.store = store;
        this.service = service;
        this.policy = policy;
        this.delivery = delivery;
        this.settlement = delivery.settlement();
        this.lostCalls = new LostCalls(service.log());
    }

    /** Leaves a sidecar that says why there is no edit, unpaid. */
    Outcome refuse(EditJob job, Fault fault, Task task) {
        Story story = new Story(job, task.stopwatch(), Map.of(), Optional.empty(), List.of());
        return settlement.refuse(story, Words.refused(fault), task);
    }

    /** Does what is left to be done. */
    Outcome run(Work work) {
        return switch (work.hold().stage()) {
            case Stage.Open open -> begin(work);
            case Stage.Sent sent -> goOn(work, sent.call());
            case Stage.Received received -> delivery.resume(work, received.receipt());
            case Stage.Failed failed -> settlement.conclude(work, failed);
        };
    }

    /** What a call brought that was given up may stand all the same: a put can succeed without anybody hearing of it. */
    private Outcome begin(Work work) {
        if (work.hold().history().lost() > 0) {
            Results results = delivery.results(work);
            if (results.adopt()) {
                Attempt attempt = work.hold().found();
                return adopted(work, results, attempt.ending(Result.ANSWERED, attempt.charge()));
            }
        }
        return callUnlessGone(work);
    }

    /** An earlier delivery was ended while its call was out. */
    private Outcome goOn(Work work, SentCall call) {
        Attempt attempt = new Attempt(call.at(), Result.UNKNOWN, Optional.empty(), call.lasted(), Optional.empty());
        Results results = delivery.results(work);
        if (results.adopt()) {
            Optional<Charge> charge = lostCalls.charge(work, call, work.forPictures());
            return adopted(work, results, attempt.ending(Result.ANSWERED, charge));
        }
        return lostCalls
                .resolve(work, call, attempt, work.forPictures())
                .<Outcome>map(reason -> new Unavailable(Cause.MOMENT, reason))
                .orElseGet(() -> callUnlessGone(work));
    }

    private Outcome adopted(Work work, Results results, Attempt attempt) {
        return delivery.adopted(
                work, attempt, new Delivery.Goods(results, sources(work).hashesReadAgain()));
    }

    private Sources sources(Work work) {
        return new Sources(work.job(), store.within(work.deadline()));
    }

    /** Of a picture that was replaced there is a newer event, but of the call that was lost nobody else would ever tell. */
    private Outcome callUnlessGone(Work work) {
        try {
            return call(work);
        } catch (ContentChangedException e) {
            if (work.hold().history().lost() == 0) {
                throw e;
            }
            return giveUp(work, "It could not be sent again: " + e.getMessage() + ".");
        }
    }

    private Outcome call(Work work) {
        String lastWords = "The function was ended before it could store one.";
        CallTime time = work.forAnswer();
        for (int calls = 0; policy.allowsCall(work.hold().history()); calls++) {
            if (calls == MAX_CALLS) {
                return new Unavailable(Cause.MOMENT, "the endpoint gives no answer (" + lastWords + ")");
            }
            if (!time.allowsCallAfter(Duration.ZERO)) {
                return tooLate(calls, lastWords);
            }
            Optional<String> objection = service.room().objection();
            if (objection.isPresent()) {
                return new Unavailable(calls == 0 ? Cause.TIME : Cause.MOMENT, objection.get());
            }
            Sources sources = sources(work);
            Results results = delivery.results(work);
            EditCall call = ask(work, sources, results, time);
            if (!(call.reply() instanceof EditReply.Unknown unknown)) {
                return settle(work, call, sources, results);
            }
            Optional<String> tooEarly = resolve(work, call.lastAttempt());
            if (tooEarly.isPresent()) {
                work.hold().leave(call.lastAttempt());
                return new Unavailable(Cause.MOMENT, tooEarly.get());
            }
            lastWords = unknown.message();
            // What was not enough once would not be enough again.
            time = work.forAnswer().withShortest(call.lastAttempt().duration());
        }
        return giveUp(work, lastWords);
    }

    private static Outcome tooLate(int calls, String lastWords) {
        String early = "too little time is left to begin a paid call";
        return calls == 0
                ? new Unavailable(Cause.TIME, early)
                : new Unavailable(Cause.MOMENT, early + " again, after one whose result is lost (" + lastWords + ")");
    }

    private EditCall ask(Work work, Sources sources, Results results, CallTime time) {
        EditJob job = work.job();
        LOG.info("{}: asking {} for {}", job.source().object(), service.host(), model(job));
        Instant start = work.deadline().clock().instant();
        work.stopwatch().callStarts();
        EditCall call = service.caller()
                .call(sources.request(service.address().profile()), work.hold(), results::receive, time);
        work.stopwatch().callEnds();
        Duration taken = Duration.between(start, work.deadline().clock().instant());
        LOG.info("{}: {} after {} ms", job.source().object(), name(call.reply()), taken.toMillis());
        return call;
    }

    private Optional<String> resolve(Work work, Attempt attempt) {
        SentCall call = new SentCall(work.hold().history().calls(), attempt.at(), attempt.duration());
        return lostCalls.resolve(work, call, attempt, work.forPictures());
    }

    private Outcome giveUp(Work work, String lastWords) {
        List<Attempt> lost = work.hold().history().lostAttempts();
        return settlement.fail(
                work, story(work, Map.of(), Optional.empty()), Words.unknown(lost, lastWords), facts(lost));
    }

    private static Optional<ReplyFacts> facts(List<Attempt> lost) {
        return lost.getLast().charge().map(ReplyFacts::of);
    }

    private Outcome settle(Work work, EditCall call, Sources sources, Results results) {
        return switch (call.reply()) {
            case EditReply.Answered answered ->
                delivery.received(work, answered, call.lastAttempt(), new Delivery.Goods(results, sources.hashes()));
            case EditReply.Rejected rejected -> {
                SidecarError error = Words.rejected(rejected.error(), model(work.job()));
                yield conclude(work, call, sources, error, rejected.facts());
            }
            case EditReply.Unusable unusable ->
                conclude(work, call, sources, Words.unusable(unusable.error()), unusable.facts());
            case EditReply.Busy busy -> {
                work.notes().refused(busy.error().status());
                yield new Unavailable(Cause.MOMENT, "the endpoint is busy (" + busy.error() + ")", busy.retryAfter());
            }
            case EditReply.Unreachable gone -> unreachable(gone.message());
            case EditReply.Denied denied -> {
                work.notes().refused(denied.error().status());
                yield new Unavailable(Cause.OURS, denied(denied.error(), work.job()));
            }
            case EditReply.Unknown unknown -> unreachable(unknown.message());
        };
    }

    private static Outcome unreachable(String message) {
        return new Unavailable(Cause.MOMENT, "the endpoint cannot be reached (" + message + ")");
    }

    private Outcome conclude(Work work, EditCall call, Sources sources, SidecarError error, ReplyFacts facts) {
        work.notes().spent(facts.charge());
        work.hold().concluded(call.lastAttempt());
        return settlement.fail(work, story(work, sources.hashes(), Optional.empty()), error, Optional.of(facts));
    }

    private static Story story(Work work, Map<String, String> hashes, Optional<Results> results) {
        return new Story(
                work.job(),
                work.stopwatch(),
                hashes,
                results,
                work.hold().history().attempts());
    }

    private static String model(EditJob job) {
        return job.parameters().value("model").orElse("");
    }

    private static String modelNamed(EditJob job) {
        return job.parameters().origin("model").filter(Origin.BATCH::equals).isPresent()
                ? "the model \"" + model(job) + "\" of the job's user arguments"
                : "DEFAULT_MODEL";
    }

    private static String name(EditReply reply) {
        return reply.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private String denied(EndpointError error, EditJob job) {
        String check = switch (error.status()) {
            case 401, 403 -> "check EDIT_API_KEY or the parameter that EDIT_API_KEY_PARAMETER names";
            case 402 -> "top up the account's credit";
            case 404 -> "check EDIT_BASE_URL and " + modelNamed(job);
            default -> "check EDIT_BASE_URL, the key and the account";
        };
        return "the endpoint " + service.host() + " refuses this function (" + error + "): " + check;
    }
}
