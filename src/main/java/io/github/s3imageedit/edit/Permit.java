package io.github.s3imageedit.edit;

/**
 * What one call carries with it.
 *
 * @param trace under which the endpoint's own records can be searched for it
 * @param confirm runs when all but the last bytes of the body have been sent, and keeps those back by any exception:
 *     after it the call may cost money
 */
public record Permit(TraceParent trace, Runnable confirm) {}
