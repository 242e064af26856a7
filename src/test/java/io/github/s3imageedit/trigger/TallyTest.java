package io.github.s3imageedit.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.SkipReason;
import io.github.s3imageedit.pipeline.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final ObjectRef TOM = ObjectRef.latest("inbox", "tom.png");
    private static final ObjectRef SIDECAR = ObjectRef.latest("outbox", "tom.png/1.json");

    private final Tally tally = new Tally();
    private final ByteArrayOutputStream reply = new ByteArrayOutputStream();

    @Test
    void countsWhatBecameOfEach() throws IOException {
        tally.add(TOM, new Outcome.Edited(SIDECAR));
        tally.add(TOM, new Outcome.Refused(SIDECAR, "empty"));
        tally.add(TOM, new Outcome.Skipped(SkipReason.ASKS_NOTHING));
        tally.add(TOM, new Outcome.Skipped(SkipReason.OWN_OUTPUT));
        tally.add(TOM, new Outcome.Decided(SIDECAR));
        tally.writeTo(reply);

        assertThat(reply.toString(UTF_8)).isEqualTo("{\"edited\":1,\"refused\":1,\"skipped\":3}");
    }

    @Test
    void countsNothingToo() throws IOException {
        tally.writeTo(reply);

        assertThat(reply.toString(UTF_8)).isEqualTo("{\"edited\":0,\"refused\":0,\"skipped\":0}");
    }

    @Test
    void failsNamingAllThatIsHandedBack() {
        tally.add(TOM, new Outcome.Unavailable(Outcome.Cause.MOMENT, "the endpoint is busy"));
        tally.add(TOM, new Outcome.Edited(SIDECAR));
        tally.add(SIDECAR, new Outcome.Unavailable(Outcome.Cause.OURS, "no credit"));

        assertThatThrownBy(() -> tally.writeTo(reply))
                .isInstanceOf(HandedBackException.class)
                .hasMessageContaining("s3://inbox/tom.png: the endpoint is busy")
                .hasMessageContaining("s3://outbox/tom.png/1.json: no credit");
        assertThat(reply.size()).isZero();
    }
}
