package io.github.s3imageedit.model;

import static io.github.s3imageedit.model.Reply.Answer.PICTURES;
import static io.github.s3imageedit.model.Reply.Answer.REJECTED;
import static io.github.s3imageedit.model.Scenario.Delivery.INLINE;
import static io.github.s3imageedit.model.Scenario.Delivery.LINK;
import static io.github.s3imageedit.pipeline.UnknownOutcome.RETRY_ONCE;
import static io.github.s3imageedit.pipeline.UnknownOutcome.STOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.model.Scenario.Extent;
import io.github.s3imageedit.model.Scenario.Policy;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches all orders of steps of all scenarios for a broken promise, and finds none. */
final class ModelIT {
    private static final Policy RETRYING = new Policy(PICTURES, RETRY_ONCE, false);
    private static final Policy RETRYING_BY_RECORDS = new Policy(PICTURES, RETRY_ONCE, true);
    private static final Policy STOPPING = new Policy(PICTURES, STOP, false);
    private static final Policy STOPPING_BY_RECORDS = new Policy(PICTURES, STOP, true);
    private static final Policy REFUSING = new Policy(REJECTED, RETRY_ONCE, true);

    private static final Extent ALONE = new Extent(1, 2, false, false, Bug.NONE);
    private static final Extent TOGETHER = new Extent(2, 1, false, false, Bug.NONE);
    private static final Extent TOGETHER_LATE = new Extent(2, 1, true, false, Bug.NONE);
    private static final Extent TOGETHER_AGAIN = new Extent(3, 1, false, true, Bug.NONE);

    private static final List<Scenario> SCENARIOS = List.of(
            new Scenario("by link", LINK, 1, RETRYING, ALONE),
            new Scenario("inline", INLINE, 1, RETRYING_BY_RECORDS, ALONE),
            new Scenario("by link", LINK, 1, RETRYING, TOGETHER),
            new Scenario("by link, with records", LINK, 1, RETRYING_BY_RECORDS, TOGETHER_LATE),
            new Scenario("by link, no second call", LINK, 1, STOPPING, TOGETHER),
            new Scenario("by link, two pictures", LINK, 2, RETRYING, TOGETHER),
            new Scenario("by link, handed back before", LINK, 1, RETRYING, TOGETHER_AGAIN),
            new Scenario("inline", INLINE, 1, RETRYING, TOGETHER),
            new Scenario("inline, receipt last", INLINE, 1, RETRYING, TOGETHER_LATE),
            new Scenario("inline, records, no second call", INLINE, 1, STOPPING_BY_RECORDS, TOGETHER_LATE),
            new Scenario("inline, records, two pictures", INLINE, 2, RETRYING_BY_RECORDS, TOGETHER),
            new Scenario("refused", LINK, 1, REFUSING, TOGETHER));

    @TempDir
    Path folder;

    @Test
    void keepsItsPromisesInEveryOrderOfSteps() {
        List<Trial> trials = Quiet.get(() -> SCENARIOS.parallelStream()
                .map(scenario -> Trial.of(scenario, folder))
                .toList());
        System.out.println(Trial.heading());
        trials.forEach(System.out::println);
        assertThat(trials).allSatisfy(trial -> assertThat(trial.broken()).isEmpty());
    }
}
