package io.github.s3imageedit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.s3imageedit.job.SkipReason;
import io.github.s3imageedit.pipeline.Outcome.Skipped;
import io.github.s3imageedit.trigger.LookingStore;
import io.github.s3imageedit.trigger.Waits;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What whoever watches over the function hears of. */
@Timeout(20)
class EditCrewReportTest {
    private final Queue<EditReport> reports = new ConcurrentLinkedQueue<>();

    @Test
    void everyEndIsReportedOnce() {
        List<Errand> errands = List.of(
                EditCrewTest.errand("gone.png", "a.png"),
                EditCrewTest.inLane("a", true, "trouble.png"),
                EditCrewTest.inLane("a", true, "b.png"),
                EditCrewTest.errand("gone.png"));

        List<Outcome> outcomes =
                new LookingStore().crew(reports::add).run(errands, Invocation.of("invocation", Duration.ofMinutes(1)));

        assertThat(reports)
                .extracting(report -> report.object().key(), EditReport::outcome, EditReport::invocation)
                .containsExactlyInAnyOrder(
                        tuple("gone.png", new Skipped(SkipReason.SUPERSEDED), "invocation"),
                        tuple("a.png", new Skipped(SkipReason.ASKS_NOTHING), "invocation"),
                        tuple("trouble.png", outcomes.get(1), "invocation"),
                        tuple("b.png", outcomes.get(2), "invocation"),
                        tuple("gone.png", new Skipped(SkipReason.SUPERSEDED), "invocation"));
    }

    /** It is where somebody would look for it. */
    @Test
    void whatHasNoEndInTimeIsReportedToo() {
        CountDownLatch end = new CountDownLatch(1);
        LookingStore hanging = new LookingStore(event -> {
            Waits.until(end);
            return LookingStore.untagged(event);
        });

        List<Outcome> outcomes = hanging.crew(reports::add)
                .run(List.of(EditCrewTest.errand("hangs.png")), Invocation.of("invocation", Duration.ofMillis(500)));

        assertThat(reports)
                .extracting(report -> report.object().key(), EditReport::outcome)
                .containsExactly(tuple("hangs.png", outcomes.getFirst()));
        end.countDown();
    }
}
