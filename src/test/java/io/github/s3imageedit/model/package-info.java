/**
 * Every order of steps, and trouble at each of them: two workers and the deliveries after them, exhaustively within a bound.
 *
 * <p>A worker is one invocation of the real pipeline, and a function of the answers that it has had: it is run anew with
 * them, up to its next request, and set aside there. So the whole state is what stands in the bucket, what each worker has
 * been told, and the time; {@link io.github.s3imageedit.model.Search} visits each state once. Nothing here has a thread.
 *
 * <p>{@code -Dmodel.troubles=2} raises the number of troubles on a path, where a scenario has a smaller one.
 */
@NullMarked
package io.github.s3imageedit.model;

import org.jspecify.annotations.NullMarked;
