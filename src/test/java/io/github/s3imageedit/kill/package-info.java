/** The function killed at every step of a delivery, and what the next delivery of the same event makes of it. */
@NullMarked
package io.github.s3imageedit.kill;

import org.jspecify.annotations.NullMarked;
