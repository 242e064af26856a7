/** What developers run: the formatter and the job on this machine, without a cloud account. */
@NullMarked
package io.github.s3imageedit.dev;

import org.jspecify.annotations.NullMarked;
