package io.github.s3imageedit.testing.endpoint;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** One edit call from its head to its reply. */
final class EditExchange {
    private final StandInState state;
    private final RequestHead head;
    private final Wire wire;
    private final int sequence;
    private final Instant at;
    private final Fault fault;
    private final LoggedCall logged;

    EditExchange(StandInState state, RequestHead head, Wire wire) {
        this.state = state;
        this.head = head;
        this.wire = wire;
        this.sequence = state.calls().beginEdit();
        this.at = state.clock().instant();
        FaultScript.ScriptedCall scripted = state.script().nextEdit();
        this.fault = scripted.fault();
        this.logged = new LoggedCall(state, head, sequence, at, scripted.loggedAs());
    }

    /** Whether the connection can take another request. */
    boolean run() throws IOException {
        reached(Stage.HEAD_RECEIVED);
        long length;
        try {
            checkQuery();
            length = head.contentLength();
        } catch (Refusal refusal) {
            record(List.of(), "", 0, named(refusal), false);
            wire.send(state.refusal(refusal).with("Connection", "close"), progress());
            return false;
        }
        return switch (unwrapped(fault)) {
            case Fault.RequestCut cut -> cutRequest(cut, length);
            case Fault.AnsweredEarly early -> answerEarly(early, length);
            default -> exchange(length);
        };
    }

    private void checkQuery() throws Refusal {
        boolean azure = state.dialect() == Dialect.AZURE;
        if (head.query().isPresent() && !(azure && head.query().get().matches("api-version=[a-z0-9-]+"))) {
            throw Refusal.invalid("Unexpected query: " + head.query().get() + ".");
        }
    }

    private boolean cutRequest(Fault.RequestCut cut, long length) throws IOException {
        waitOut(fault);
        String opening = "";
        if (cut.afterBytes() > 0) {
            BodyInput body = body(length);
            body.skipNBytes(Math.min(cut.afterBytes(), length));
            opening = body.opening();
        }
        record(List.of(), opening, length, "cut after " + cut.afterBytes() + " bytes of the body", false);
        throw new ConnectionCut("in the request's body");
    }

    private boolean answerEarly(Fault.AnsweredEarly early, long length) throws IOException {
        waitOut(fault);
        record(List.of(), "", length, "early " + early.answer().status(), false);
        wire.send(early.answer().reply().with("Connection", "close"), progress());
        return false;
    }

    private boolean exchange(long length) throws IOException {
        Reception reception = new FormDesk(state.settings(), state.workspace()).receive(head, body(length), wire);
        try {
            return answer(reception, length);
        } finally {
            reception.deleteFiles(state.workspace());
        }
    }

    private boolean answer(Reception reception, long length) throws IOException {
        if (reception.order().isEmpty()) {
            Refusal refusal = reception.refusal().orElseThrow();
            record(reception.received(), reception.opening(), length, named(refusal), false);
            announceBody(reception, length);
            logged.decide(Verdict.of(refusal, state.dialect()));
            wire.send(state.refusal(refusal), progress());
            return reception.complete();
        }
        FaultyReply reply = new FaultyReply(unwrapped(fault));
        record(reception.received(), reception.opening(), length, reply.outcome(), reply.isBilled());
        announceBody(reception, length);
        Pauses.sleep(state.settings().delay());
        waitOut(fault);
        logged.decide(Verdict.of(reply));
        try (EditResult result = new EditResult(state, reception.order().get(), head, sequence)) {
            return reply.send(result, wire, progress());
        }
    }

    private static void waitOut(Fault fault) throws IOException {
        if (fault instanceof Fault.Delayed delayed) {
            Pauses.sleep(delayed.time());
            waitOut(delayed.then());
        }
    }

    private static Fault unwrapped(Fault fault) {
        return fault instanceof Fault.Delayed delayed ? unwrapped(delayed.then()) : fault;
    }

    private BodyInput body(long length) throws IOException {
        return wire.body(head, length, () -> reached(Stage.MID_BODY));
    }

    private void announceBody(Reception reception, long length) {
        if (reception.complete()) {
            logged.begin(reception, length);
            reached(Stage.BODY_RECEIVED);
        }
    }

    private void reached(Stage stage) {
        state.stages().reached(stage, sequence);
    }

    private Progress progress() {
        return state.stages().ofReply(sequence);
    }

    private String named(Refusal refusal) {
        return refusal.code().status() + " " + refusal.code().spelling(state.dialect()) + ": " + refusal.message();
    }

    private void record(List<ReceivedPart> parts, String opening, long length, String outcome, boolean paid) {
        state.calls()
                .add(new EditCall(sequence, at, head.target(), head.headers(), length, parts, opening, outcome, paid));
    }
}
