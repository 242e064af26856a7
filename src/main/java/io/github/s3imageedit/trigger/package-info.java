/** Lambda's doors: event shapes in, the platform's reply out. Each door only translates. */
@NullMarked
package io.github.s3imageedit.trigger;

import org.jspecify.annotations.NullMarked;
