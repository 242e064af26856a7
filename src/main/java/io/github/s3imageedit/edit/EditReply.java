package io.github.s3imageedit.edit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What became of one call. */
public sealed interface EditReply {
    /** The call has done nothing, and cost nothing: another one is free. */
    sealed interface WithoutEffect extends EditReply {}

    /**
     * Pictures came.
     *
     * @param complete false where the reply broke off behind the last of them
     */
    record Answered(List<ReplyPicture> pictures, boolean complete, ReplyFacts facts) implements EditReply {
        public Answered {
            pictures = List.copyOf(pictures);
        }
    }

    /** The upload's fault, by the endpoint's word: asking again cannot help. */
    record Rejected(EndpointError error, ReplyFacts facts) implements EditReply {}

    /** A complete answer came, no refusal of the upload, and yet no picture. Asking again might cost again. */
    record Unusable(EndpointError error, ReplyFacts facts) implements EditReply {}

    /** The moment's fault: nothing was done, and asking again may help. */
    record Busy(EndpointError error, Optional<Duration> retryAfter) implements WithoutEffect {}

    /** Our fault: key, credit, permission or address. */
    record Denied(EndpointError error) implements WithoutEffect {}

    /** The request did not reach the endpoint in full, so nothing was done. */
    record Unreachable(String message) implements WithoutEffect {}

    /**
     * The request was possibly received in full, and no complete answer came: perhaps it was paid for.
     *
     * @param status where at least that came
     */
    record Unknown(String message, Optional<Integer> status) implements EditReply {}
}
