package io.github.s3imageedit.edit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Remembers what it was told. */
final class RecordingJournal implements CallJournal {
    private final List<Attempt> ended = new ArrayList<>();
    private int begun;

    @Override
    public Permit begin(Instant at) {
        begun++;
        return new Permit(TraceParent.of("call " + begun), () -> {});
    }

    @Override
    public void ended(Attempt attempt) {
        ended.add(attempt);
    }

    int begun() {
        return begun;
    }

    /** The calls that came to an end which is known to have done nothing. */
    List<Attempt> ended() {
        return List.copyOf(ended);
    }
}
