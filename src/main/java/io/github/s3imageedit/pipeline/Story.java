package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.edit.Attempt;
import io.github.s3imageedit.edit.EndpointAddress;
import io.github.s3imageedit.edit.ReplyFacts;
import io.github.s3imageedit.job.EditJob;
import io.github.s3imageedit.result.Output;
import io.github.s3imageedit.result.Sidecar;
import io.github.s3imageedit.result.SidecarError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happened to one edit, as the sidecar tells it. */
record Story(
        EditJob job,
        Stopwatch stopwatch,
        Map<String, String> hashes,
        Optional<Results> results,
        List<Attempt> attempts) {
    private static final String RESPONSE_FORMAT = "response_format";

    Sidecar success(EndpointAddress address, ReplyFacts facts) {
        return sidecar(address, results.map(Results::outputs).orElse(List.of()), Optional.empty(), Optional.of(facts));
    }

    Sidecar failure(EndpointAddress address, SidecarError error, Optional<ReplyFacts> facts) {
        return sidecar(address, List.of(), Optional.of(error), facts);
    }

    private Sidecar sidecar(
            EndpointAddress address, List<Output> outputs, Optional<SidecarError> error, Optional<ReplyFacts> facts) {
        return new Sidecar(
                job,
                hashes,
                address.edits().toString(),
                outputs,
                error,
                facts,
                attempts,
                warnings(address),
                stopwatch.timings());
    }

    private List<String> warnings(EndpointAddress address) {
        List<String> warnings = new ArrayList<>(job.wish().warnings());
        boolean asked = job.parameters().value(RESPONSE_FORMAT).isPresent();
        if (asked && !address.profile().fields(job.parameters()).containsKey(RESPONSE_FORMAT)) {
            warnings.add("\"response_format\" was not sent, for this endpoint refuses it.");
        }
        attempts.stream()
                .filter(attempt -> attempt.outcome() == Attempt.Result.UNKNOWN)
                .map(Words::lostCall)
                .forEach(warnings::add);
        results.ifPresent(found -> warnings.addAll(found.warnings()));
        return warnings;
    }
}
