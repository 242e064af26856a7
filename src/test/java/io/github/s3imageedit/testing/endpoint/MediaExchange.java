package io.github.s3imageedit.testing.endpoint;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** One request for a result's bytes; a key that comes along is a leak, and refused. */
final class MediaExchange {
    private final StandInState state;
    private final RequestHead head;
    private final Wire wire;
    private final int sequence;
    private final Instant at;

    MediaExchange(StandInState state, RequestHead head, Wire wire) {
        this.state = state;
        this.head = head;
        this.wire = wire;
        this.sequence = state.calls().beginFetch();
        this.at = state.clock().instant();
    }

    /** Whether the connection can take another request. */
    boolean run() throws IOException {
        state.stages().reached(Stage.FETCH_BEGUN, sequence);
        Optional<ResultPicture> picture = state.shelf().find(head.target());
        if (head.headers().has("Authorization") || head.headers().has("api-key")) {
            return refuse(Refusal.invalid("Results are fetched without credentials."));
        }
        if (picture.isEmpty()) {
            return refuse(Refusal.of(ErrorCode.NOT_FOUND, "No such picture."));
        }
        return serve(state.script().nextFetch(), picture.get());
    }

    private boolean refuse(Refusal refusal) throws IOException {
        record(refusal.code().status() + " " + refusal.message());
        send(state.refusal(refusal));
        return true;
    }

    private boolean serve(FetchFault fault, ResultPicture picture) throws IOException {
        Reply reply = Reply.of(200, picture.mediaType(), ReplyBody.file(picture.file()));
        if (!(fault instanceof FetchFault.Delayed)) {
            record(fault instanceof FetchFault.None ? "200" : fault.toString());
        }
        switch (fault) {
            case FetchFault.None none -> send(reply);
            case FetchFault.Delayed delayed -> {
                Pauses.sleep(delayed.time());
                return serve(delayed.then(), picture);
            }
            case FetchFault.Answered answered -> send(answered.answer().reply());
            case FetchFault.Cut cut ->
                send(reply.withBody(out -> reply.body().writeTo(FaultyStreams.cutAfter(cut.afterBytes(), out))));
            case FetchFault.Endless endless ->
                send(Reply.undeclared(200, picture.mediaType(), ReplyBody.endless("", '\0')));
            case FetchFault.LengthPromised promised -> send(reply.declaring(OptionalLong.of(promised.length())));
        }
        return fault instanceof FetchFault.None || fault instanceof FetchFault.Answered;
    }

    private void send(Reply reply) throws IOException {
        wire.send(reply, state.stages().ofFetch(sequence));
    }

    private void record(String outcome) {
        state.calls().add(new FetchCall(sequence, at, head.target(), head.headers(), outcome));
    }
}
