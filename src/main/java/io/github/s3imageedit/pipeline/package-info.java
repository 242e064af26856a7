/** One object from start to end: what it asks, whether it has been done, the paid call, the results. */
@NullMarked
package io.github.s3imageedit.pipeline;

import org.jspecify.annotations.NullMarked;
