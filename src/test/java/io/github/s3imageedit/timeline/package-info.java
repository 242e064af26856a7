/** Kills at every step, and what the next delivery does, in simulated time: with the deployed function's own timeouts. */
@NullMarked
package io.github.s3imageedit.timeline;

import org.jspecify.annotations.NullMarked;
