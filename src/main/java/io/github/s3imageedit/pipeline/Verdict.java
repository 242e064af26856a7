package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.result.SidecarFacts;
import java.util.stream.Collectors;

/**
 * What a sidecar that stands says of its edit.
 *
 * @param words where the pictures and the sidecar lie, or why there are none and what to do
 */
public record Verdict(boolean succeeded, String words) {
    static Verdict of(SidecarFacts facts, ObjectRef sidecar) {
        return facts.objection()
                .map(objection -> new Verdict(false, objection + " See " + sidecar))
                .orElseGet(() -> new Verdict(true, places(facts, sidecar)));
    }

    private static String places(SidecarFacts facts, ObjectRef sidecar) {
        return facts.keys().stream()
                .map(key -> sidecar.sibling(key) + " ")
                .collect(Collectors.joining("", "", "and " + sidecar));
    }
}
