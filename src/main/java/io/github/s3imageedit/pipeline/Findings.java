package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.job.EditId;
import io.github.s3imageedit.result.SidecarDigest;
import io.github.s3imageedit.result.Timings;
import java.util.Optional;

/**
 * What became known of an event while it was worked on.
 *
 * @param edit as soon as it was clear what is asked
 * @param timings of this invocation
 * @param called whether the endpoint was asked in this invocation
 * @param refusal the status with which the endpoint turned this function away
 * @param digest of the sidecar's words, where this invocation wrote it
 * @param bill of the decision that this invocation wrote down: the whole edit's price
 * @param spent what the calls cost whose price was learnt in this invocation, decided or not: the sum over all invocations
 */
public record Findings(
        Optional<EditId> edit,
        Optional<Timings> timings,
        boolean called,
        Optional<Integer> refusal,
        Optional<SidecarDigest> digest,
        Optional<Bill> bill,
        Optional<Bill> spent) {
    /** Of what was not begun. */
    public static final Findings NONE = new Findings(
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
}
