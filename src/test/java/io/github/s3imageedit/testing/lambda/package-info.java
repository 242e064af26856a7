/** Lambda for tests: its Runtime API, and functions that run under Lambda's own runtime client in a JVM of their own. */
@NullMarked
package io.github.s3imageedit.testing.lambda;

import org.jspecify.annotations.NullMarked;
