package io.github.s3imageedit.permission;

import java.util.Comparator;

/**
 * A permission that a call needs.
 *
 * @param action as IAM names it
 * @param resource what kind of thing it is asked for
 * @param name the object's key below its prefix, or the parameter's name; empty for what there is only one of
 */
record SeenCall(String action, Resource resource, String name) implements Comparable<SeenCall> {
    private static final Comparator<SeenCall> ORDER = Comparator.comparing(SeenCall::action)
            .thenComparing(SeenCall::resource)
            .thenComparing(SeenCall::name);

    /** What permissions are asked for. */
    enum Resource {
        INPUT_BUCKET,
        INPUT_OBJECT,
        OUTPUT_BUCKET,
        OUTPUT_OBJECT,
        PARAMETER,
        QUEUE
    }

    @Override
    public int compareTo(SeenCall other) {
        return ORDER.compare(this, other);
    }
}
