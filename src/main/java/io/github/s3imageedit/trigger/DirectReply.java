package io.github.s3imageedit.trigger;

import com.amazonaws.services.lambda.runtime.Context;
import io.github.s3imageedit.pipeline.EditCrew;
import io.github.s3imageedit.pipeline.Errand;
import io.github.s3imageedit.pipeline.Invocation;
import io.github.s3imageedit.pipeline.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the direct doors have in common: their senders hear of success, by counts, or of failure. */
final class DirectReply {
    private static final Logger LOG = LoggerFactory.getLogger(DirectReply.class);

    private final EditCrew crew;

    DirectReply(EditCrew crew) {
        this.crew = crew;
    }

    /** @throws HandedBackException if not everything was decided */
    void handle(List<Mention> mentions, OutputStream reply, Context context) throws IOException {
        if (mentions.isEmpty()) {
            LOG.info("the event tells of nothing that was created or tagged: a test event, or one that is not wanted"
                    + " here");
        }
        List<Errand> errands =
                mentions.stream().map(mention -> Errand.of(mention.readings())).toList();
        List<Outcome> outcomes = crew.run(errands, invocation(context));
        Tally tally = new Tally();
        for (int number = 0; number < outcomes.size(); number++) {
            tally.add(errands.get(number).object(), outcomes.get(number));
        }
        tally.writeTo(reply);
    }

    static Invocation invocation(Context context) {
        return Invocation.of(context.getAwsRequestId(), timeLeft(context));
    }

    static Duration timeLeft(Context context) {
        return Duration.ofMillis(context.getRemainingTimeInMillis());
    }
}
