package io.github.s3imageedit.model;

import io.github.s3imageedit.edit.CallRecord;
import io.github.s3imageedit.edit.EditEndpoint;
import io.github.s3imageedit.edit.EditReply;
import io.github.s3imageedit.edit.EditRequest;
import io.github.s3imageedit.edit.EndpointError;
import io.github.s3imageedit.edit.FetchedResult;
import io.github.s3imageedit.edit.Fetcher;
import io.github.s3imageedit.edit.Permit;
import io.github.s3imageedit.edit.PictureSink;
import io.github.s3imageedit.edit.ReplyFacts;
import io.github.s3imageedit.edit.ReplyPicture;
import io.github.s3imageedit.edit.RequestLog;
import io.github.s3imageedit.edit.TraceParent;
import io.github.s3imageedit.image.SpooledImage;
import io.github.s3imageedit.job.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The endpoint in the eyes of one worker. */
final class ScriptedEndpoint implements EditEndpoint, Fetcher, RequestLog {
    private static final String LINK = "https://edit.example/";

    private final Script script;
    private final Scenario scenario;
    private final Pictures pictures;

    ScriptedEndpoint(Script script, Scenario scenario, Pictures pictures) {
        this.script = script;
        this.scenario = scenario;
        this.pictures = pictures;
    }

    @Override
    public EditReply edit(EditRequest request, Permit permit, PictureSink sink, Deadline deadline) {
        if (!send(permit)) {
            return new EditReply.Unknown("The connection broke.", Optional.empty());
        }
        Reply reply = script.ask(new Request.Await());
        if (!(reply instanceof Reply.Answered answered)) {
            throw new AssertionError(reply);
        }
        return switch (answered.answer()) {
            case PICTURES -> pictures(answered.call(), sink);
            case LOST -> new EditReply.Unknown("The connection broke.", Optional.empty());
            case BUSY -> new EditReply.Busy(error(429, "rate_limit"), Optional.empty());
            case DENIED -> new EditReply.Denied(error(402, "no_credit"));
            case REJECTED -> new EditReply.Rejected(error(400, "content_policy"), ReplyFacts.NONE);
        };
    }

    private boolean send(Permit permit) {
        boolean late = scenario.bug() == Bug.CLAIM_AFTER_SEND;
        if (!late) {
            permit.confirm().run();
        }
        boolean arrived = script.ask(new Request.Send(permit.trace().header())).equals(new Reply.Sent(true));
        if (late) {
            permit.confirm().run();
        }
        return arrived;
    }

    private EditReply pictures(int call, PictureSink sink) {
        List<ReplyPicture> found = new ArrayList<>();
        for (int index = 0; index < scenario.pictures(); index++) {
            Optional<String> link = Optional.empty();
            if (scenario.delivery() == Scenario.Delivery.LINK) {
                link = Optional.of(LINK + call + "/" + index);
            } else {
                handOver(call, index, sink);
            }
            found.add(new ReplyPicture(index, link, Optional.empty()));
            if (link.isEmpty() && script.ask(new Request.Rest()).equals(new Reply.More(false))) {
                return new EditReply.Answered(found, false, ReplyFacts.NONE);
            }
        }
        return new EditReply.Answered(found, true, ReplyFacts.NONE);
    }

    private void handOver(int call, int index, PictureSink sink) {
        try (SpooledImage image = pictures.spooled(call, index)) {
            sink.accept(index, image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EndpointError error(int status, String code) {
        return new EndpointError(status, Optional.of(code), Optional.empty());
    }

    @Override
    public FetchedResult fetch(String link, Deadline deadline) {
        String[] place = link.substring(LINK.length()).split("/", -1);
        return script.ask(new Request.Fetch(link)).equals(new Reply.Fetched(true))
                ? new FetchedResult.Fetched(pictures.spooled(Integer.parseInt(place[0]), Integer.parseInt(place[1])))
                : new FetchedResult.Failed("The link does not answer.");
    }

    @Override
    public CallRecord find(TraceParent trace, Instant sent, Deadline deadline) {
        if (!scenario.policy().records()) {
            return new CallRecord.Absent(true);
        }
        Reply reply = script.ask(new Request.LookUp(trace.header()));
        if (scenario.bug() == Bug.RECORDS_TELL_NOTHING) {
            return new CallRecord.Pending();
        }
        return reply instanceof Reply.Recorded(CallRecord entry) ? entry : new CallRecord.Unavailable("no answer");
    }
}
