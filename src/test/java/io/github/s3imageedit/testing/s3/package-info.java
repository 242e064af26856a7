/**
 * S3 for tests and the local run: S3Mock in process with its gaps mended, or LocalStack, both held to {@code
 * S3BackendContract}.
 */
@NullMarked
package io.github.s3imageedit.testing.s3;

import org.jspecify.annotations.NullMarked;
