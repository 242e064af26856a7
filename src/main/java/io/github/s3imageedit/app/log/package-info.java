/** What the function writes to standard output, line by line; the only place that does. */
@NullMarked
package io.github.s3imageedit.app.log;

import org.jspecify.annotations.NullMarked;
