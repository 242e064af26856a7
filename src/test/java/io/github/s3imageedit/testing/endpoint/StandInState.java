package io.github.s3imageedit.testing.endpoint;

import java.io.IOException;
import java.time.Clock;

/** What all connections of one stand-in share. */
record StandInState(
        StandInSettings settings,
        Workspace workspace,
        CallLog calls,
        FaultScript script,
        MediaShelf shelf,
        ResultMaker results,
        RequestLog log,
        Stages stages,
        Clock clock) {
    static StandInState create(StandInSettings settings) throws IOException {
        Workspace workspace = Workspace.create();
        return new StandInState(
                settings,
                workspace,
                new CallLog(settings.lines()),
                new FaultScript(),
                new MediaShelf(),
                new ResultMaker(new Painter(workspace)),
                new RequestLog(),
                new Stages(settings.lines()),
                Clock.systemUTC());
    }

    Dialect dialect() {
        return settings.dialect();
    }

    Reply refusal(Refusal refusal) {
        return Reply.text(refusal.code().status(), "application/json", ErrorJson.of(refusal, dialect()));
    }

    void reset() throws IOException {
        script.clear();
        calls.clear();
        log.clear();
        shelf.clear(workspace);
        stages.clear();
    }
}
