package io.github.s3imageedit.testing.endpoint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Sends the reply to a valid call, spoiled as the fault demands. */
record FaultyReply(Fault fault) {
    /** Only an explicit refusal costs nothing. */
    boolean isBilled() {
        return !(fault instanceof Fault.Answered answered) || answered.answer().leavesOutcomeOpen();
    }

    String outcome() {
        return switch (fault) {
            case Fault.None none -> "200";
            case Fault.Answered answered -> "scripted " + answered.answer().status();
            default -> fault.toString();
        };
    }

    /** Whether the connection can take another request. */
    boolean send(EditResult result, Wire wire, Progress progress) throws IOException {
        switch (fault) {
            case Fault.Answered answered -> wire.send(answered.answer().reply(), progress);
            case Fault.ReplyWithheld withheld -> throw new ConnectionCut("before the reply");
            case Fault.ReplyHeadCut cut -> wire.sendHalfAHead(good(result));
            case Fault.Endless endless -> wire.send(endless(endless.filling()), progress);
            default -> wire.send(spoiled(result), progress);
        }
        return !(fault instanceof Fault.Endless)
                && !(fault instanceof Fault.ReplyChunked)
                && !(fault instanceof Fault.ReplyTruncated truncated && !truncated.declared());
    }

    private Reply spoiled(EditResult result) {
        return switch (fault) {
            case Fault.None none -> good(result);
            case Fault.ReplyCut cut -> cut(good(result), cut.afterBytes());
            case Fault.ReplyTruncated truncated -> truncated(good(result), truncated);
            case Fault.ReplyChunked chunked -> chunked(good(result), chunked.cutAfter());
            case Fault.Dripping dripping -> dripping(good(result), dripping);
            case Fault.DataSpoiled spoiled -> result.reply(spoiled(result.entries(), spoiled.oddity()));
            case Fault.ResultElsewhere elsewhere ->
                result.reply(everyEntry(result.entries(), new DataEntry.Linked(elsewhere.url())));
            case Fault.ResultUrlWithCredentials credentials ->
                result.reply(Optional.of(withCredentials(result.entries())));
            case Fault.Answered answered -> throw unexpected();
            case Fault.AnsweredEarly early -> throw unexpected();
            case Fault.Delayed delayed -> throw unexpected();
            case Fault.Endless endless -> throw unexpected();
            case Fault.ReplyHeadCut cut -> throw unexpected();
            case Fault.ReplyWithheld withheld -> throw unexpected();
            case Fault.RequestCut cut -> throw unexpected();
        };
    }

    private static Reply good(EditResult result) {
        return result.reply(Optional.of(result.entries()));
    }

    private IllegalStateException unexpected() {
        return new IllegalStateException("not a fault of the reply: " + fault);
    }

    private static Reply cut(Reply reply, long afterBytes) {
        return reply.withBody(out -> reply.body().writeTo(FaultyStreams.cutAfter(afterBytes, out)));
    }

    private static Reply truncated(Reply reply, Fault.ReplyTruncated truncated) {
        long kept = Math.min(truncated.bytes(), reply.length().orElseThrow());
        return reply.withBody(out -> reply.body().writeTo(FaultyStreams.truncatedAfter(kept, out)))
                .declaring(truncated.declared() ? OptionalLong.of(kept) : OptionalLong.empty());
    }

    private static Reply chunked(Reply reply, OptionalLong cutAfter) {
        ReplyBody body = out -> {
            try (FaultyStreams.Chunked chunks = new FaultyStreams.Chunked(out)) {
                reply.body()
                        .writeTo(cutAfter.isPresent() ? FaultyStreams.cutAfter(cutAfter.getAsLong(), chunks) : chunks);
                chunks.end();
            }
        };
        return reply.withBody(body).declaring(OptionalLong.empty()).with("Transfer-Encoding", "chunked");
    }

    private static Reply dripping(Reply reply, Fault.Dripping dripping) {
        return reply.withBody(out -> reply.body().writeTo(FaultyStreams.dripping(dripping.interval(), out)));
    }

    private static Reply endless(Fault.Filling filling) {
        ReplyBody body = switch (filling) {
            case STRING -> ReplyBody.endless("{\"created\":1,\"data\":[{\"revised_prompt\":\"", 'a');
            case BASE64 -> ReplyBody.endless("{\"created\":1,\"data\":[{\"b64_json\":\"", 'A');
            case WHITESPACE -> ReplyBody.endless("{\"created\":1,", ' ');
        };
        return Reply.undeclared(200, "application/json", body);
    }

    private static Optional<List<DataEntry>> spoiled(List<DataEntry> entries, Fault.Oddity oddity) {
        return switch (oddity) {
            case EMPTY_DATA -> Optional.of(List.of());
            case MISSING_DATA -> Optional.empty();
            case NULL_DATA -> everyEntry(entries, new DataEntry.Nothing());
            case FEWER -> Optional.of(entries.subList(0, entries.size() - 1));
            case MORE -> {
                List<DataEntry> more = new ArrayList<>(entries);
                more.add(entries.getLast());
                yield Optional.of(more);
            }
            case INVALID_BASE64 -> everyEntry(entries, new DataEntry.Text("iVBORw0KGgo!!!not*base64"));
            case NO_PICTURE -> everyEntry(entries, new DataEntry.Text("VGhpcyBpcyBubyBwaWN0dXJlLgo="));
        };
    }

    private static Optional<List<DataEntry>> everyEntry(List<DataEntry> entries, DataEntry entry) {
        return Optional.of(Collections.nCopies(entries.size(), entry));
    }

    private static List<DataEntry> withCredentials(List<DataEntry> entries) {
        return entries.stream()
                .map(entry -> entry instanceof DataEntry.Linked linked
                        ? new DataEntry.Linked(linked.url().replaceFirst("://", "://user:secret@"))
                        : entry)
                .toList();
    }
}
