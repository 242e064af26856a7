package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.edit.EditCaller;
import io.github.s3imageedit.edit.EndpointAddress;
import io.github.s3imageedit.edit.Fetcher;
import io.github.s3imageedit.edit.RequestLog;
import io.github.s3imageedit.edit.ResultRoom;

/**
 * The endpoint in all its parts.
 *
 * @param log where calls are looked up whose answer was lost
 */
public record EditService(
        EndpointAddress address, EditCaller caller, Fetcher fetcher, RequestLog log, ResultRoom room) {
    String host() {
        return address.edits().getHost();
    }
}
