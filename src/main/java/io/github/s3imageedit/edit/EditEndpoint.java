package io.github.s3imageedit.edit;

import io.github.s3imageedit.job.Deadline;

/** One call of the paid endpoint. */
@FunctionalInterface
public interface EditEndpoint {
    /**
     * Sends the request once, and hands the pictures that come inline to the sink.
     *
     * @param permit asked before the last bytes leave
     * @param deadline by which the reply must have been read
     * @throws io.github.s3imageedit.image.ContentChangedException if a picture was replaced before it was sent
     */
    EditReply edit(EditRequest request, Permit permit, PictureSink sink, Deadline deadline);
}
