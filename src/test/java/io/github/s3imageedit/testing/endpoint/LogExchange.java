package io.github.s3imageedit.testing.endpoint;

import java.io.IOException;
import java.time.Instant;

/** One reading of the request log. */
final class LogExchange {
    static final String PATH = "/v1/requests";

    private final StandInState state;
    private final RequestHead head;
    private final Wire wire;
    private final Instant at;

    LogExchange(StandInState state, RequestHead head, Wire wire) {
        this.state = state;
        this.head = head;
        this.wire = wire;
        this.at = state.clock().instant();
    }

    void run() throws IOException {
        LogFault fault = state.script().nextLogRead();
        try {
            new KeyRules(state.dialect(), state.settings().keys()).check(head.headers());
            LogQuery query = LogQuery.parse(head.query().orElse(""));
            // Tried out before it is recorded, as it may name a record that there is none of.
            query.page(state.log().newestFirst());
            record(fault instanceof LogFault.None ? "200" : fault.toString());
            serve(fault, query);
        } catch (Refusal refusal) {
            record(refusal.code().status() + " " + refusal.message());
            wire.send(state.refusal(refusal));
        }
    }

    private void serve(LogFault fault, LogQuery query) throws IOException, Refusal {
        switch (fault) {
            case LogFault.None none -> {
                String page = query.page(state.log().newestFirst()).json();
                wire.send(Reply.text(200, "application/json", page));
            }
            case LogFault.Delayed delayed -> {
                Pauses.sleep(delayed.time());
                serve(delayed.then(), query);
            }
            case LogFault.Answered answered -> wire.send(answered.answer().reply());
        }
    }

    private void record(String outcome) {
        state.calls().add(new LogRead(at, head.target(), head.headers(), outcome));
    }
}
