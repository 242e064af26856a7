package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.edit.Attempt;
import io.github.s3imageedit.edit.Attempt.Result;
import io.github.s3imageedit.edit.EditReply.Answered;
import io.github.s3imageedit.edit.Fetcher;
import io.github.s3imageedit.edit.Pause;
import io.github.s3imageedit.edit.ReplyFacts;
import io.github.s3imageedit.edit.ReplyPicture;
import io.github.s3imageedit.ledger.Receipt;
import io.github.s3imageedit.ledger.ReceivedPicture;
import io.github.s3imageedit.pipeline.Outcome.Cause;
import io.github.s3imageedit.pipeline.Outcome.Unavailable;
import io.github.s3imageedit.result.ResultWriter;
import io.github.s3imageedit.result.SidecarError;
import io.github.s3imageedit.store.StoreException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/** From an answer to the results: receipt, pictures, sidecar, in whichever delivery each of them succeeds. */
public final class Delivery {
    private final Fetcher fetcher;
    private final ResultWriter writer;
    private final Settlement settlement;
    private final Pause pause;
    private final Executor executor;

    /**
     * The way of results.
     *
     * @param executor for what need not be waited for
     */
    public Delivery(EditService service, ResultWriter writer, Pause pause, Executor executor) {
        this.fetcher = service.fetcher();
        this.writer = writer;
        this.settlement = new Settlement(service.address(), writer, pause);
        this.pause = pause;
        this.executor = executor;
    }

    /**
     * What one call brought.
     *
     * @param hashes of what was sent
     */
    record Goods(Results results, Map<String, String> hashes) {}

    Settlement settlement() {
        return settlement;
    }

    /** Takes pictures as they come. */
    Results results(Work work) {
        return new Results(work, fetcher, writer, pause);
    }

    /** A call was answered, and pictures that came inline are stored already. */
    Outcome received(Work work, Answered reply, Attempt attempt, Goods goods) {
        work.notes().spent(reply.facts().charge());
        boolean byLink =
                reply.pictures().stream().anyMatch(picture -> picture.link().isPresent());
        Optional<StoreException> trouble = goods.results().trouble();
        if (!byLink && trouble.isPresent() && goods.results().outputs().isEmpty()) {
            return lost(work, reply.facts(), attempt, trouble.get());
        }
        Receipt receipt = receipt(work, reply, goods);
        work.hold().answered(attempt, receipt);
        ReceiptWrite written = ReceiptWrite.begin(work.hold(), executor);
        if (byLink) {
            // Not beside the fetching: a kill there must find the receipt.
            written.await(work.deadline());
        }
        boolean decided = false;
        try {
            Outcome outcome = complete(work, goods.results(), receipt);
            decided = !(outcome instanceof Unavailable);
            return outcome;
        } finally {
            if (decided) {
                written.await(work.deadline());
            } else if (!written.join()) {
                settlement.insistOnLedger(work);
            }
        }
    }

    /** Nothing of what was paid for could be stored: as good as an answer that never came. */
    private Outcome lost(Work work, ReplyFacts facts, Attempt attempt, StoreException trouble) {
        work.hold().lost(attempt.ending(Result.UNKNOWN, Optional.of(facts.charge())));
        settlement.insistOnLedger(work);
        return unstored(trouble, facts);
    }

    private static Receipt receipt(Work work, Answered reply, Goods goods) {
        List<ReceivedPicture> pictures = reply.pictures().stream()
                .map(picture -> received(picture, goods.results()))
                .toList();
        return new Receipt(
                work.deadline().clock().instant(), reply.facts(), reply.complete(), pictures, goods.hashes());
    }

    private static ReceivedPicture received(ReplyPicture picture, Results results) {
        return new ReceivedPicture(
                picture.index(), picture.link(), results.key(picture.index()), picture.revisedPrompt());
    }

    /** An earlier delivery left a receipt. */
    Outcome resume(Work work, Receipt receipt) {
        Results results = results(work);
        results.adopt(receipt);
        return complete(work, results, receipt);
    }

    /** An earlier delivery was ended before its receipt, but pictures of it stand. */
    Outcome adopted(Work work, Attempt attempt, Goods goods) {
        ReplyFacts facts = attempt.charge().map(ReplyFacts::of).orElse(ReplyFacts.NONE);
        Receipt receipt =
                new Receipt(attempt.at(), facts, false, goods.results().received(), goods.hashes());
        work.hold().answered(attempt, receipt);
        return complete(work, goods.results(), receipt);
    }

    private Outcome complete(Work work, Results results, Receipt receipt) {
        results.complete(receipt);
        Optional<SidecarError> error = results.error();
        Story story = new Story(
                work.job(),
                work.stopwatch(),
                receipt.hashes(),
                Optional.of(results),
                work.hold().history().attempts());
        return results.delay()
                .<Outcome>map(reason -> new Unavailable(Cause.MOMENT, reason))
                .or(() -> results.trouble().map(trouble -> unstored(trouble, receipt.facts())))
                .or(() -> error.map(found -> settlement.fail(work, story, found, Optional.of(receipt.facts()))))
                .orElseGet(() -> settlement.succeed(work, story, receipt.facts()));
    }

    private static Outcome unstored(StoreException trouble, ReplyFacts facts) {
        String paid = "request " + facts.requestId().orElse("unknown") + ", cost "
                + facts.cost().orElse("unknown");
        return new Unavailable(
                trouble.isOurs() ? Cause.OURS : Cause.MOMENT,
                "not all that was paid for could be stored (" + paid + "): " + trouble.getMessage());
    }
}
