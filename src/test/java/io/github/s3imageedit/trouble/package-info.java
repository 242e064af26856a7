/** S3 in trouble at every request of an edit, and what the next delivery of the same event makes of it. */
@NullMarked
package io.github.s3imageedit.trouble;

import org.jspecify.annotations.NullMarked;
