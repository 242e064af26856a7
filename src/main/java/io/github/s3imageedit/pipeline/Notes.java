package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.edit.Attempt;
import io.github.s3imageedit.edit.Charge;
import io.github.s3imageedit.job.EditId;
import io.github.s3imageedit.result.SidecarDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what becomes known of an event on its way, whichever way it ends. */
final class Notes {
    private Optional<EditId> edit = Optional.empty();
    private Optional<Integer> refusal = Optional.empty();
    private Optional<SidecarDigest> digest = Optional.empty();
    private Optional<Bill> bill = Optional.empty();
    private final List<Charge> charges = new ArrayList<>();

    /** It is clear what is asked. */
    void asks(EditId id) {
        edit = Optional.of(id);
    }

    /** The endpoint turned the function away, or put it off. */
    void refused(int status) {
        refusal = Optional.of(status);
    }

    /** A call's price has become known, whatever becomes of its result. */
    void spent(Charge charge) {
        charges.add(charge);
    }

    /**
     * The edit is decided by this sidecar.
     *
     * @param lost the calls of this decision whose results were lost: their price is told nowhere else
     */
    void decided(String sidecar, List<Attempt> lost) {
        List<Charge> before =
                lost.stream().flatMap(attempt -> attempt.charge().stream()).toList();
        digest = SidecarDigest.read(sidecar);
        bill = digest.flatMap(found -> Bill.of(found, before));
    }

    Findings findings(Stopwatch stopwatch) {
        return new Findings(
                edit, Optional.of(stopwatch.timings()), stopwatch.called(), refusal, digest, bill, Bill.of(charges));
    }
}
