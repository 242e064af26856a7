/** The endpoint side: form, exchange, reply, failure classes; nothing else talks HttpClient to the endpoint. */
@NullMarked
package io.github.s3imageedit.edit;

import org.jspecify.annotations.NullMarked;
