/** Settings and wiring: the only place of the environment, of clocks and of threads, and of the signed calls to AWS. */
@NullMarked
package io.github.s3imageedit.app;

import org.jspecify.annotations.NullMarked;
