package io.github.s3imageedit.testing.endpoint;

import java.io.IOException;
import java.util.Optional;

/** Serves one connection, request after request, until a side ends it. */
final class Conversation {
    private final StandInState state;
    private final Wire wire;

    Conversation(StandInState state, Wire wire) {
        this.state = state;
        this.wire = wire;
    }

    void run() throws IOException {
        boolean goesOn = true;
        while (goesOn) {
            Optional<RequestHead> head = nextHead();
            if (head.isEmpty()) {
                return;
            }
            goesOn = serve(head.get()) && !head.get().wantsClose();
        }
        wire.linger();
    }

    private Optional<RequestHead> nextHead() throws IOException {
        try {
            return wire.nextHead();
        } catch (Refusal refusal) {
            wire.send(state.refusal(refusal).with("Connection", "close"));
            wire.linger();
            return Optional.empty();
        }
    }

    private boolean serve(RequestHead head) throws IOException {
        if (head.path().startsWith("/control/")) {
            new ControlExchange(state, head, wire).run();
            return true;
        }
        if (head.path().startsWith("/media/") && head.method().equals("GET")) {
            return new MediaExchange(state, head, wire).run();
        }
        if (isLog(head.path()) && head.method().equals("GET")) {
            new LogExchange(state, head, wire).run();
            return true;
        }
        if (isEditPath(head.path()) && head.method().equals("POST")) {
            return new EditExchange(state, head, wire).run();
        }
        ErrorCode code =
                isEditPath(head.path()) || isLog(head.path()) ? ErrorCode.METHOD_NOT_ALLOWED : ErrorCode.NOT_FOUND;
        wire.send(state.refusal(Refusal.of(code, "Nothing here.")).with("Connection", "close"));
        return false;
    }

    private boolean isLog(String path) {
        return path.equals(LogExchange.PATH) && state.dialect() == Dialect.LUMENFALL;
    }

    private boolean isEditPath(String path) {
        boolean deployment = path.matches("/openai/deployments/[^/]+/images/edits");
        return path.equals("/openai/v1/images/edits") || (deployment && state.dialect() == Dialect.AZURE);
    }
}
