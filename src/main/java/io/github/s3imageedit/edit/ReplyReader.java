package io.github.s3imageedit.edit;

import io.github.s3imageedit.image.SpoolException;
import io.github.s3imageedit.image.TooLargeException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Turns what came over the wire into a reply; pictures go to the sink while the rest is still under way. */
public final class ReplyReader {
    private final EndpointProfile profile;
    private final ResultRoom room;

    /**
     * A reader for one endpoint.
     *
     * @param room where pictures rest until they are stored
     */
    public ReplyReader(EndpointProfile profile, ResultRoom room) {
        this.profile = profile;
        this.room = room;
    }

    /** @param limit of the exchange */
    EditReply read(ReplyHead head, InputStream stream, EditRequest request, PictureSink sink, TimeLimit limit) {
        ReplyBody body = new ReplyBody(stream, room, head.isSuccess() ? sink : (index, image) -> {}, limit);
        Optional<IOException> end = readToItsEnd(body);
        if (!head.isSuccess()) {
            return failure(head, body, request);
        }
        return end.isPresent() ? broken(head, body, end.get()) : success(head, body, request);
    }

    /** What kept it from being read to its end, if anything did. */
    private static Optional<IOException> readToItsEnd(ReplyBody body) {
        try {
            body.read();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }

    /** Pictures count for more than an error beside them: they are paid for. */
    private EditReply success(ReplyHead head, ReplyBody body, EditRequest request) {
        if (!body.pictures().isEmpty()) {
            return new EditReply.Answered(body.pictures(), true, facts(head, body));
        }
        if (body.error(head.status()).isPresent()) {
            return failure(head, body, request);
        }
        return body.strangers() > 0
                ? unusable(head, body, "not_a_picture", "What the endpoint sent is no PNG, JPEG, WebP, GIF or AVIF.")
                : unusable(head, body, "no_pictures", "The endpoint answered without a picture.");
    }

    /** What came before the break is kept, for it is paid for, too. */
    private EditReply broken(ReplyHead head, ReplyBody body, IOException end) {
        if (!body.pictures().isEmpty()) {
            return new EditReply.Answered(body.pictures(), false, facts(head, body));
        }
        return switch (end) {
            case TooLargeException large -> unusable(head, body, "result_too_large", large.getMessage() + ".");
            case SpoolException full -> unusable(head, body, "no_temporary_storage", full.reason());
            default ->
                new EditReply.Unknown(
                        "The reply was cut short or cannot be read ("
                                + end.getClass().getSimpleName() + ").",
                        Optional.of(head.status()));
        };
    }

    private EditReply unusable(ReplyHead head, ReplyBody body, String code, String message) {
        return new EditReply.Unusable(EndpointError.of(head.status(), code, message), facts(head, body));
    }

    private EditReply failure(ReplyHead head, ReplyBody body, EditRequest request) {
        return Failures.reply(head, body.error(head.status()), request.modelNamedByUpload(), facts(head, body));
    }

    private ReplyFacts facts(ReplyHead head, ReplyBody body) {
        return body.facts(head.requestId(), profile.costPath());
    }
}
