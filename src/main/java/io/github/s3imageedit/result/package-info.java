/** Results: their keys, the sidecar, and the writing of both. Pictures first, the sidecar last: it means decided. */
@NullMarked
package io.github.s3imageedit.result;

import org.jspecify.annotations.NullMarked;
