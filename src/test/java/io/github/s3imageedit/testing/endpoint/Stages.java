package io.github.s3imageedit.testing.endpoint;

import java.util.function.Consumer;

/** Tells the one who listens how far each call has come; what he throws changes nothing. */
final class Stages {
    private static final StageListener NOBODY = (stage, sequence) -> {};

    private final Consumer<String> lines;
    private volatile StageListener listener = NOBODY;

    Stages(Consumer<String> lines) {
        this.lines = lines;
    }

    void listen(StageListener other) {
        listener = other;
    }

    void clear() {
        listener = NOBODY;
    }

    void reached(Stage stage, int sequence) {
        try {
            listener.reached(stage, sequence);
        } catch (RuntimeException | Error failure) {
            // Also a failed assertion: it is the test's to report, and this call must go on.
            lines.accept("listener at " + stage + " of " + sequence + ": " + failure);
        }
    }

    Progress ofReply(int sequence) {
        return new Progress(
                () -> reached(Stage.REPLY_BEGUN, sequence),
                () -> reached(Stage.MID_REPLY, sequence),
                () -> reached(Stage.REPLIED, sequence));
    }

    Progress ofFetch(int sequence) {
        return new Progress(() -> {}, () -> reached(Stage.MID_FETCH, sequence), () -> reached(Stage.FETCHED, sequence));
    }
}
