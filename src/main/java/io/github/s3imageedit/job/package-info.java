/**
 * What is asked of which object, and whether: what S3 says of an upload goes in, a decision comes out. Pure: nothing here
 * reads a file or a network, or a clock but the one that a deadline is handed.
 */
@NullMarked
package io.github.s3imageedit.job;

import org.jspecify.annotations.NullMarked;
