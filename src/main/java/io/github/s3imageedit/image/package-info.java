/** Bytes and formats: content that can be opened again, type and dimensions by header, limits. */
@NullMarked
package io.github.s3imageedit.image;

import org.jspecify.annotations.NullMarked;
