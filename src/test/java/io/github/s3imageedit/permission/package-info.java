/** Which of AWS's permissions the functions need: those of the calls that they are seen to make. */
@NullMarked
package io.github.s3imageedit.permission;

import org.jspecify.annotations.NullMarked;
