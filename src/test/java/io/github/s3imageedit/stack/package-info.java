/**
 * The template, deployed to LocalStack's CloudFormation, with the functions in containers of their own on Lambda's Java 25
 * image, and the stand-in endpoint on this machine. What LocalStack cannot show is told by {@link Lack}.
 */
@NullMarked
package io.github.s3imageedit.stack;

import org.jspecify.annotations.NullMarked;
