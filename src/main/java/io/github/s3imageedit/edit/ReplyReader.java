package io.github.s3imageedit.edit;

import io.github.s3imageedit.image.TooLargeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Turns what came over the wire into a reply; pictures go to the sink while the rest is still under way. */
public final class ReplyReader {
    private final EndpointProfile profile;
    private final long maxResultBytes;
    private final Path folder;

    /**
     * A reader for one endpoint.
     *
     * @param folder where pictures rest until they are stored
     */
    public ReplyReader(EndpointProfile profile, long maxResultBytes, Path folder) {
        this.profile = profile;
        this.maxResultBytes = maxResultBytes;
        this.folder = folder;
    }

    EditReply read(ReplyHead head, InputStream stream, EditRequest request, PictureSink sink) {
        ReplyBody body = new ReplyBody(stream, maxResultBytes, folder, head.isSuccess() ? sink : (index, image) -> {});
        try {
            body.read();
        } catch (TooLargeException e) {
            return head.isSuccess() ? tooLarge(head, body, e) : failure(head, body, request);
        } catch (IOException e) {
            return head.isSuccess() ? cutShort(head, body, e) : failure(head, body, request);
        }
        return head.isSuccess() ? success(head, body, request) : failure(head, body, request);
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

    /** What came before the break is kept: it is paid for. */
    private EditReply cutShort(ReplyHead head, ReplyBody body, IOException e) {
        return body.pictures().isEmpty()
                ? new EditReply.Unknown(
                        "The reply was cut short or cannot be read ("
                                + e.getClass().getSimpleName() + ").",
                        Optional.of(head.status()))
                : new EditReply.Answered(body.pictures(), false, facts(head, body));
    }

    private EditReply tooLarge(ReplyHead head, ReplyBody body, TooLargeException e) {
        return body.pictures().isEmpty()
                ? unusable(head, body, "result_too_large", e.getMessage() + ".")
                : new EditReply.Answered(body.pictures(), false, facts(head, body));
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
