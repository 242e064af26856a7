/**
 * Bytes and formats: content that can be opened again, type and dimensions by header, limits.
 *
 * <p>Headers are read by our own few lines, for the libraries that read them hold whole chunks in memory (a WebP chunk is
 * the whole picture) or read a PNG to its end; in tests such a library checks ours.
 */
@NullMarked
package io.github.s3imageedit.image;

import org.jspecify.annotations.NullMarked;
