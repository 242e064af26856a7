/**
 * Every order of steps, and trouble at each of them: two workers and the deliveries after them, exhaustively within a bound.
 *
 * <p>A worker is one invocation of the real pipeline, and a function of the answers that it has had: it is run anew with
 * them, up to its next request, and set aside there. So the whole state is what stands in the bucket, what each worker has
 * been told, and the time; {@link io.github.s3imageedit.model.Search} visits each state once. Nothing here has a thread.
 *
 * <p>The bound is the number of troubles on a path: two for a worker alone, one for two workers at once.
 * {@code -Dmodel.troubles=2} raises it where a scenario has a smaller one; that takes minutes and gigabytes.
 *
 * <p>What it does not see: threads within a worker (renewals, look-ups and receipts beside the work happen between two of
 * its requests), deadlines of S3's requests, clocks that differ, deleted objects, pauses under five seconds, and late writes
 * that land when nobody asks for their key. Those have tests of their own.
 *
 * <p>Marks excuse what a worker cannot know or no longer do: a result that landed late and that it has not seen
 * ({@code BLIND}), an S3 that does nothing for it any more ({@code CUT_OFF}).
 */
@NullMarked
package io.github.s3imageedit.model;

import org.jspecify.annotations.NullMarked;
