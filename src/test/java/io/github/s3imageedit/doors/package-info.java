/** Uploads through every door, on real parts: batches, kills, memory, mixed deliveries, and the samples in {@code events/}. */
@NullMarked
package io.github.s3imageedit.doors;

import org.jspecify.annotations.NullMarked;
