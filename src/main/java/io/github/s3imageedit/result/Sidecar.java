package io.github.s3imageedit.result;

import io.github.s3imageedit.edit.Attempt;
import io.github.s3imageedit.edit.ReplyFacts;
import io.github.s3imageedit.job.EditJob;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands beside the results, and is the only thing where there are none. Schema 1: see {@code sidecar.schema.json}.
 *
 * @param hashes SHA-256 of source, mask and further pictures by their ETags, as far as they were read
 * @param endpoint the URL of the call
 * @param outputs of a success
 * @param error of a failure
 * @param warnings sentences
 */
public record Sidecar(
        EditJob job,
        Map<String, String> hashes,
        String endpoint,
        List<Output> outputs,
        Optional<SidecarError> error,
        Optional<ReplyFacts> reply,
        List<Attempt> attempts,
        List<String> warnings,
        Timings timings) {
    public Sidecar {
        hashes = Map.copyOf(hashes);
        outputs = List.copyOf(outputs);
        attempts = List.copyOf(attempts);
        warnings = List.copyOf(warnings);
        if (outputs.isEmpty() == error.isEmpty()) {
            throw new IllegalArgumentException("a sidecar tells either of results or of an error");
        }
    }
}
