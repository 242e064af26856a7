package io.github.s3imageedit.edit;

import io.github.s3imageedit.image.Sha256;

/**
 * Names a call towards the endpoint, by the W3C's Trace Context, so that it can be found there when no answer came.
 *
 * @param traceId 32 hex digits
 * @param parentId 16 hex digits
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">W3C Trace Context, traceparent</a>
 */
public record TraceParent(String traceId, String parentId) {
    private static final int TRACE_DIGITS = 32;
    private static final int PARENT_DIGITS = 16;

    /** The same for the same call, whoever asks, and different for any other. */
    public static TraceParent of(String call) {
        String digits = Sha256.hexOf(call);
        return new TraceParent(
                digits.substring(0, TRACE_DIGITS), digits.substring(TRACE_DIGITS, TRACE_DIGITS + PARENT_DIGITS));
    }

    /** The header's value. */
    public String header() {
        return "00-" + traceId + "-" + parentId + "-01";
    }
}
