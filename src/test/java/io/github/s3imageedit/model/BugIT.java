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
final class BugIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "CLAIM_AFTER_SEND, STOP, 1, two calls are under way",
        "CLAIM_AFTER_SEND, RETRY_ONCE, 1, two calls are under way",
        "NO_RECEIPT, RETRY_ONCE, 1, a call is sent although nothing of an earlier one was lost",
        "UNCONDITIONAL_LEDGER, RETRY_ONCE, 1, a call is sent although a receipt or a picture stood",
        "UNCONDITIONAL_RESULTS, RETRY_ONCE, 1, a result is overwritten",
        "NO_NONCES, STOP, 2, two calls are under way",
        "NO_RENEWALS, RETRY_ONCE, 2, a living holder is overtaken",
        "RELEASE_DELETES, STOP, 1, a call is sent although a receipt or a picture stood",
        "PICTURES_ARE_NOT_STORED, RETRY_ONCE, 1, the sidecar tells of a picture that is not there",
        "SIDECARS_ARE_NOT_STORED, RETRY_ONCE, 1, an end without a sidecar",
        "RECORDS_TELL_NOTHING, RETRY_ONCE, 1, not settled after 3 deliveries"
    })
    void isFound(Bug bug, UnknownOutcome unknown, int workers, String fault) {
        Scenario scenario = new Scenario(
                bug + ", " + workers + " at once",
                Delivery.LINK,
                1,
                new Policy(Reply.Answer.PICTURES, unknown, bug == Bug.RECORDS_TELL_NOTHING),
                new Extent(workers, 1, false, false, bug));
        Trial trial = Quiet.get(() -> Trial.of(scenario, folder));
        assertThat(trial.broken())
                .hasValueSatisfying(broken -> assertThat(broken).hasMessageStartingWith(fault));
        System.out.println(trial);
    }
}
