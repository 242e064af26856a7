package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.edit.EditCaller;
import io.github.s3imageedit.edit.EndpointAddress;
import io.github.s3imageedit.edit.RequestLog;
import io.github.s3imageedit.edit.ResultFetcher;

/**
 * The endpoint in all its parts.
 *
 * @param log where calls are looked up whose answer was lost
 */
public record EditService(EndpointAddress address, EditCaller caller, ResultFetcher fetcher, RequestLog log) {
    String host() {
        return address.edits().getHost();
    }
}
