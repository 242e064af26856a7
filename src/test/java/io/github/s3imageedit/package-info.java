/** What holds for the house as a whole. */
@NullMarked
package io.github.s3imageedit;

import org.jspecify.annotations.NullMarked;
