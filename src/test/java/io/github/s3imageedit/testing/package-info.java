/** Doubles, samples and stand-ins that the tests and the local run share. */
@NullMarked
package io.github.s3imageedit.testing;

import org.jspecify.annotations.NullMarked;
