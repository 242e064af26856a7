package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.edit.Deadline;
import io.github.s3imageedit.edit.EditCall;
import io.github.s3imageedit.edit.EditCaller;
import io.github.s3imageedit.edit.EditReply;
import io.github.s3imageedit.edit.EndpointAddress;
import io.github.s3imageedit.edit.EndpointError;
import io.github.s3imageedit.edit.ReplyFacts;
import io.github.s3imageedit.edit.ResultFetcher;
import io.github.s3imageedit.job.EditJob;
import io.github.s3imageedit.job.Fault;
import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.SkipReason;
import io.github.s3imageedit.pipeline.Outcome.Cause;
import io.github.s3imageedit.pipeline.Outcome.Edited;
import io.github.s3imageedit.pipeline.Outcome.Refused;
import io.github.s3imageedit.pipeline.Outcome.Skipped;
import io.github.s3imageedit.pipeline.Outcome.Unavailable;
import io.github.s3imageedit.result.ResultWriter;
import io.github.s3imageedit.result.SidecarError;
import io.github.s3imageedit.store.ObjectStore;
import io.github.s3imageedit.store.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The step that costs money, and what follows from its answer: pictures first, then the sidecar. */
public final class PaidEdit {
    private static final Logger LOG = LoggerFactory.getLogger(PaidEdit.class);
    /** Storing takes this long at the most, or a fifth of the time where there is little. */
    private static final Duration STORING = Duration.ofSeconds(20);

    /** Of that, the sidecar's own part. */
    private static final Duration SIDECAR = Duration.ofSeconds(5);

    private final ObjectStore store;
    private final EndpointAddress address;
    private final EditCaller caller;
    private final ResultFetcher fetcher;
    private final ResultWriter writer;

    /** The step, at one endpoint. */
    public PaidEdit(
            ObjectStore store, EndpointAddress address, EditCaller caller, ResultFetcher fetcher, ResultWriter writer) {
        this.store = store;
        this.address = address;
        this.caller = caller;
        this.fetcher = fetcher;
        this.writer = writer;
    }

    /** Leaves a sidecar that says why there is no edit, unpaid. */
    Outcome refuse(EditJob job, Fault fault, Stopwatch stopwatch) {
        Story story = new Story(job, stopwatch, new Sources(job, store), new Results(job, fetcher, writer), List.of());
        return fail(story, Words.refused(fault), Optional.empty());
    }

    /** Asks for the edit and stores what comes. */
    Outcome run(EditJob job, Stopwatch stopwatch, Deadline deadline) {
        Deadline answer = deadline.leaving(shorter(STORING, deadline.remaining().dividedBy(5)));
        if (!answer.allows(EditCaller.SHORTEST_CALL)) {
            return new Unavailable(Cause.MOMENT, "too little time is left to begin a paid call");
        }
        Sources sources = new Sources(job, store);
        Results results = new Results(job, fetcher, writer);
        LOG.info("{}: asking {} for {}", job.source().object(), address.edits().getHost(), model(job));
        stopwatch.callStarts();
        EditCall call = caller.call(sources.request(address.profile()), results::store, answer);
        stopwatch.callEnds();
        LOG.info(
                "{}: {} after {} ms",
                job.source().object(),
                name(call.reply()),
                stopwatch.timings().edit().toMillis());
        if (call.reply() instanceof EditReply.Answered reply) {
            results.complete(
                    reply,
                    deadline.leaving(shorter(SIDECAR, deadline.remaining().dividedBy(4))));
        }
        return settle(new Story(job, stopwatch, sources, results, call.attempts()), call.reply());
    }

    private static String model(EditJob job) {
        return job.parameters().value("model").orElse("");
    }

    private static String name(EditReply reply) {
        return reply.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private Outcome settle(Story story, EditReply reply) {
        return switch (reply) {
            case EditReply.Answered answered -> settleAnswered(story, answered.facts());
            case EditReply.Rejected rejected ->
                fail(story, Words.rejected(rejected.error(), model(story.job())), Optional.of(rejected.facts()));
            case EditReply.Unusable unusable ->
                fail(story, Words.unusable(unusable.error()), Optional.of(unusable.facts()));
            case EditReply.Unknown unknown ->
                fail(story, Words.unknown(unknown.message(), unknown.status()), Optional.empty());
            case EditReply.Busy busy -> new Unavailable(Cause.MOMENT, "the endpoint is busy (" + busy.error() + ")");
            case EditReply.Unreachable gone ->
                new Unavailable(Cause.MOMENT, "the endpoint cannot be reached (" + gone.message() + ")");
            case EditReply.Denied denied -> new Unavailable(Cause.OURS, denied(denied.error()));
        };
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private String denied(EndpointError error) {
        String check = switch (error.status()) {
            case 401, 403 -> "check EDIT_API_KEY or the parameter that EDIT_API_KEY_PARAMETER names";
            case 402 -> "top up the account's credit";
            case 404 -> "check EDIT_BASE_URL and DEFAULT_MODEL";
            default -> "check EDIT_BASE_URL, the key and the account";
        };
        return "the endpoint " + address.edits().getHost() + " refuses this function (" + error + "): " + check;
    }

    private Outcome settleAnswered(Story story, ReplyFacts facts) {
        Optional<SidecarError> error = story.results().error();
        return story.results()
                .trouble()
                .map(trouble -> unstored(trouble, facts))
                .or(() -> error.map(found -> fail(story, found, Optional.of(facts))))
                .orElseGet(() -> succeed(story, facts));
    }

    private static Outcome unstored(StoreException trouble, ReplyFacts facts) {
        String paid = "request " + facts.requestId().orElse("unknown") + ", cost "
                + facts.cost().orElse("unknown");
        return new Unavailable(
                trouble.isOurs() ? Cause.OURS : Cause.MOMENT,
                "not all that was paid for could be stored (" + paid + "): " + trouble.getMessage());
    }

    private Outcome succeed(Story story, ReplyFacts facts) {
        return decided(writer.writeSidecar(story.success(address, facts)), Edited::new);
    }

    private Outcome fail(Story story, SidecarError error, Optional<ReplyFacts> facts) {
        String code = EndpointError.loggable(error.code());
        return decided(
                writer.writeSidecar(story.failure(address, error, facts)), sidecar -> new Refused(sidecar, code));
    }

    /** Another delivery may have been faster: its sidecar stands. */
    private static Outcome decided(Optional<ObjectRef> sidecar, Function<ObjectRef, Outcome> outcome) {
        return sidecar.map(outcome).orElseGet(() -> new Skipped(SkipReason.ALREADY_DECIDED));
    }
}
