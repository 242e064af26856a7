package io.github.s3imageedit.testing;

import java.util.List;

/**
 * A difference that may be, since there is a reason.
 *
 * @param path the end of the field's path, for the same record lies in several envelopes
 */
public record KnownDifference(String path, String what, String reason) {
    private boolean covers(EventDifference difference) {
        return ("." + difference.path()).endsWith("." + path)
                && difference.what().equals(what);
    }

    /** What nobody gave a reason for. */
    public static List<EventDifference> unknown(List<EventDifference> found, List<KnownDifference> known) {
        return found.stream()
                .filter(difference -> known.stream().noneMatch(entry -> entry.covers(difference)))
                .toList();
    }

    /** What is no difference any more, and should no longer be listed. */
    public static List<KnownDifference> gone(List<EventDifference> found, List<KnownDifference> known) {
        return known.stream()
                .filter(entry -> found.stream().noneMatch(entry::covers))
                .toList();
    }
}
