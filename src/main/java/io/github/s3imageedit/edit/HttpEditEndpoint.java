package io.github.s3imageedit.edit;

import io.github.s3imageedit.job.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.util.Timeout;

/** One exchange with the endpoint: never repeated here, and told apart by how far it came. */
public final class HttpEditEndpoint implements EditEndpoint {
    private final Exchange exchange;
    private final EndpointAddress address;
    private final ApiKey key;
    private final ReplyReader replies;
    private final Supplier<String> boundaries;

    public HttpEditEndpoint(
            CloseableHttpClient client, EndpointAddress address, ApiKey key, ReplyReader replies, Watchdog watchdog) {
        this(new Exchange(client, watchdog), address, key, replies, () -> "s3-image-edit-" + UUID.randomUUID());
    }

    HttpEditEndpoint(
            Exchange exchange, EndpointAddress address, ApiKey key, ReplyReader replies, Supplier<String> boundaries) {
        this.exchange = exchange;
        this.address = address;
        this.key = key;
        this.replies = replies;
        this.boundaries = boundaries;
    }

    @Override
    public EditReply edit(EditRequest request, Permit permit, PictureSink sink, Deadline deadline) {
        HttpPost post = new HttpPost(address.edits());
        TrackedBody body = new TrackedBody(
                EditForm.of(request, address.profile().listField(), boundaries.get()),
                permit.confirm(),
                post::isCancelled);
        post.setHeader("traceparent", permit.trace().header());
        prepare(post, body, deadline);
        try {
            return known(body, exchange.run(post, deadline, (response, limit) -> read(response, request, sink, limit)));
        } catch (IOException e) {
            return known(body, new EditReply.Unknown(words(e, deadline), Optional.empty()));
        }
    }

    /** Nobody works on a picture that has not arrived in full, whatever else is unknown. */
    private static EditReply known(TrackedBody body, EditReply reply) {
        return reply instanceof EditReply.Unknown unknown && !body.wasPossiblySent()
                ? new EditReply.Unreachable(unknown.message())
                : reply;
    }

    private void prepare(HttpPost post, HttpEntity body, Deadline deadline) {
        post.setHeader(address.profile().keyHeader(), address.profile().keyPrefix() + key.value());
        post.setHeader("Accept", "application/json");
        post.setEntity(body);
        post.setConfig(RequestConfig.custom()
                .setResponseTimeout(Timeout.of(deadline.remaining()))
                .build());
    }

    /** Storage in trouble must not cut off what else is on its way. */
    private static PictureSink storing(PictureSink sink, TimeLimit limit) {
        return (index, image) -> limit.without(() -> sink.accept(index, image));
    }

    private EditReply read(ClassicHttpResponse response, EditRequest request, PictureSink sink, TimeLimit limit)
            throws IOException {
        ReplyHead head = new ReplyHead(response.getCode(), requestId(response), RetryAfter.of(response));
        HttpEntity entity = response.getEntity();
        InputStream stream = entity == null ? InputStream.nullInputStream() : entity.getContent();
        return replies.read(head, stream, request, storing(sink, limit), limit);
    }

    private Optional<String> requestId(ClassicHttpResponse response) {
        return address.profile().requestIdHeaders().stream()
                .map(response::getFirstHeader)
                .filter(header -> header != null)
                .map(Header::getValue)
                .findFirst();
    }

    private String words(IOException e, Deadline deadline) {
        URI uri = address.edits();
        return deadline.allows(Duration.ZERO)
                ? uri.getHost() + ": " + e.getClass().getSimpleName() + ": " + e.getMessage()
                : uri.getHost() + " had not answered when the time was up";
    }
}
