/** A stand-in for the paid image-edit endpoint: stricter than the real one, and faulty on request. */
@NullMarked
package io.github.s3imageedit.testing.endpoint;

import org.jspecify.annotations.NullMarked;
