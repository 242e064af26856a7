package io.github.s3imageedit.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.model.Scenario.Delivery;
import io.github.s3imageedit.model.Scenario.Extent;
import io.github.s3imageedit.model.Scenario.Policy;
import io.github.s3imageedit.pipeline.UnknownOutcome;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The search finds what comes of bugs that the program does not have. */
final class BugTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "CLAIM_AFTER_SEND, STOP, 1, one call too many",
        "CLAIM_AFTER_SEND, RETRY_ONCE, 1, 'paid 2 calls, and the sidecar tells of 1'",
        "NO_RECEIPT, RETRY_ONCE, 1, a call is sent although nothing of an earlier one was lost",
        "UNCONDITIONAL_LEDGER, RETRY_ONCE, 1, a call is sent although a receipt or a picture stood",
        "UNCONDITIONAL_RESULTS, RETRY_ONCE, 1, a result is overwritten",
        "NO_NONCES, STOP, 2, two calls are under way",
        "NO_RENEWALS, RETRY_ONCE, 2, a living holder is overtaken",
        "RELEASE_DELETES, STOP, 1, a call is sent although a receipt or a picture stood"
    })
    void isFound(Bug bug, UnknownOutcome unknown, int workers, String fault) {
        Scenario scenario = new Scenario(
                bug + ", " + workers + " at once",
                Delivery.LINK,
                1,
                new Policy(Reply.Answer.PICTURES, unknown, false),
                new Extent(workers, 1, false, false, bug));
        Trial trial = Quiet.get(() -> Trial.of(scenario, folder));
        assertThat(trial.broken())
                .hasValueSatisfying(broken -> assertThat(broken).hasMessageStartingWith(fault));
        System.out.println(trial);
    }
}
