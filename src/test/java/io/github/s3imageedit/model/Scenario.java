package io.github.s3imageedit.model;

import io.github.s3imageedit.pipeline.UnknownOutcome;

/**
 * What is to be explored.
 *
 * @param delivery how pictures come
 * @param pictures how many
 * @param extent how far
 */
record Scenario(String name, Delivery delivery, int pictures, Policy policy, Extent extent) {
    /** Pictures come by link, or in the answer itself. */
    enum Delivery {
        LINK,
        INLINE
    }

    /**
     * How calls end, and how those are judged that got lost.
     *
     * @param usual what comes of a call without any trouble
     * @param records whether the endpoint keeps records of its calls, and shows them
     */
    record Policy(Reply.Answer usual, UnknownOutcome unknown, boolean records) {}

    /**
     * The bounds, and what is different from usual.
     *
     * @param workers at once, before the deliveries that follow
     * @param troubles on one path at the most
     * @param late whether what may run beside a request takes effect after it, and not before
     * @param handedBack whether an earlier delivery has been handed back unpaid, by an endpoint that denied it
     */
    record Extent(int workers, int troubles, boolean late, boolean handedBack, Bug bug) {}

    int troubles() {
        return Math.max(extent.troubles(), Integer.getInteger("model.troubles", 0));
    }

    Bug bug() {
        return extent.bug();
    }
}
