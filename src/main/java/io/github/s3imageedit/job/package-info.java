/**
 * What is asked of which object, and whether: what S3 says of an upload goes in, a decision comes out. Pure: nothing here
 * reads a clock, a file or a network.
 */
@NullMarked
package io.github.s3imageedit.job;

import org.jspecify.annotations.NullMarked;
