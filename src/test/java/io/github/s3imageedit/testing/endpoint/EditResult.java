package io.github.s3imageedit.testing.endpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pictures of one call and the reply around them; pictures that were sent inline are deleted on close. */
final class EditResult implements AutoCloseable {
    private final StandInState state;
    private final EditOrder order;
    private final String origin;
    private final String requestId;
    private List<ResultPicture> pictures = List.of();

    EditResult(StandInState state, EditOrder order, RequestHead head, int sequence) {
        this.state = state;
        this.order = order;
        this.origin = state.settings().mediaOrigin().orElse(head.origin());
        this.requestId = requestId(sequence);
    }

    static String requestId(int sequence) {
        return "req_%06d".formatted(sequence);
    }

    /** Paints, and so takes its time; to be called once. */
    List<DataEntry> entries() {
        pictures = make();
        List<DataEntry> entries = new ArrayList<>();
        for (ResultPicture picture : pictures) {
            entries.add(
                    order.inline()
                            ? new DataEntry.Inline(picture.file())
                            : new DataEntry.Linked(origin + state.shelf().put(picture)));
        }
        return entries;
    }

    Reply reply(Optional<List<DataEntry>> data) {
        ReplyBody body = new EditReplyBody(
                state.dialect(),
                order,
                requestId,
                state.clock().instant().getEpochSecond(),
                pictures.getFirst().dimensions(),
                data);
        return withHeaders(Reply.of(200, "application/json", body));
    }

    private List<ResultPicture> make() {
        try {
            return state.results().make(order);
        } catch (IOException ours) {
            // Not a fault that anybody asked for: let the thread die loudly.
            throw new UncheckedIOException(ours);
        }
    }

    private Reply withHeaders(Reply reply) {
        Reply identified = reply.with(state.dialect().requestIdHeader(), requestId);
        return state.dialect() == Dialect.LUMENFALL
                ? identified
                        .with("X-Lumenfall-Provider", order.provider())
                        .with("X-Lumenfall-Model", order.executedModel())
                : identified;
    }

    @Override
    public void close() throws IOException {
        for (ResultPicture picture : order.inline() ? pictures : List.<ResultPicture>of()) {
            state.workspace().delete(picture.file());
        }
    }
}
