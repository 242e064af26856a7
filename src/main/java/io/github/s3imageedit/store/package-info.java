/** The S3 side; nothing else sees the SDK's S3 client. */
@NullMarked
package io.github.s3imageedit.store;

import org.jspecify.annotations.NullMarked;
