package io.github.s3imageedit.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.s3imageedit.edit.ApiKey;
import io.github.s3imageedit.edit.EditCaller;
import io.github.s3imageedit.edit.EndpointAddress;
import io.github.s3imageedit.edit.EndpointProfile;
import io.github.s3imageedit.edit.Pause;
import io.github.s3imageedit.edit.RequestLog;
import io.github.s3imageedit.edit.ResultFetcher;
import io.github.s3imageedit.edit.ResultRoom;
import io.github.s3imageedit.edit.ResultRules;
import io.github.s3imageedit.edit.Watchdog;
import io.github.s3imageedit.job.JobReader;
import io.github.s3imageedit.job.JobRules;
import io.github.s3imageedit.ledger.Lease;
import io.github.s3imageedit.ledger.Ledger;
import io.github.s3imageedit.ledger.LedgerPlace;
import io.github.s3imageedit.ledger.Upkeep;
import io.github.s3imageedit.pipeline.Delivery;
import io.github.s3imageedit.pipeline.EditPipeline;
import io.github.s3imageedit.pipeline.EditService;
import io.github.s3imageedit.pipeline.InputScope;
import io.github.s3imageedit.pipeline.Intake;
import io.github.s3imageedit.pipeline.PaidEdit;
import io.github.s3imageedit.pipeline.UnknownOutcome;
import io.github.s3imageedit.result.ResultKeys;
import io.github.s3imageedit.result.ResultWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class S3NotificationHandlerTest {
    private static final Pause NO_PAUSE = duration -> {
        throw new AssertionError("nothing is to be waited for");
    };

    private final LookingStore store = new LookingStore();

    private String reply(String event) throws IOException {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        new S3NotificationHandler(pipeline())
                .handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), reply, new FixedContext());
        return reply.toString(UTF_8);
    }

    private static String event(String... keys) {
        return Arrays.stream(keys)
                .map(key -> Events.recordOnly("ObjectCreated:Put", "{\"key\":\"" + key + "\"}"))
                .collect(Collectors.joining(",", "{\"Records\":[", "]}"));
    }

    @Test
    void answersWithItsCounts() throws IOException {
        assertThat(reply(event("plain.png", "gone.png", "b+c.png"))).isEqualTo(skipped(3));
        assertThat(store.looked()).containsExactly("plain.png", "gone.png", "b c.png");
        assertThat(reply(Events.TEST)).isEqualTo(skipped(0));
    }

    private static String skipped(int count) {
        return "{\"edited\":0,\"refused\":0,\"skipped\":" + count + "}";
    }

    @Test
    void oneObjectsTroubleIsNotTheOthers() {
        assertThatThrownBy(() -> reply(event("trouble.png", "plain.png")))
                .isInstanceOf(HandedBackException.class)
                .hasMessageContaining("s3://inbox/trouble.png")
                .hasMessageNotContaining("plain.png")
                .hasMessageNotContaining("secret");
        assertThat(store.looked()).containsExactly("trouble.png", "plain.png");
    }

    @Test
    void looksAtNothingBeforeTheWholeEventIsRead() {
        String cut = event("plain.png", "other.png").replaceFirst("other.*", "");

        assertThatThrownBy(() -> reply(cut)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> reply("{}")).isInstanceOf(UnknownEventException.class);
        assertThat(store.looked()).isEmpty();
    }

    private EditPipeline pipeline() {
        ResultKeys keys = new ResultKeys("outbox", "", "{key}/{edit}{index}.{ext}");
        JobRules rules = new JobRules("model", Optional.empty(), Set.of(), "", 1000);
        Intake intake = new Intake(new InputScope(Set.of(), ""), keys, store, new JobReader(rules), true);
        ResultWriter writer = new ResultWriter(store, keys, "0");
        return new EditPipeline(intake, ledger(), paidEdit(writer), writer, () -> Instant.EPOCH);
    }

    private Ledger ledger() {
        Upkeep upkeep = new Upkeep(Lease.USUAL, (duration, action) -> () -> {}, Runnable::run, () -> Instant.EPOCH);
        return new Ledger(store, new LedgerPlace("outbox", ""), upkeep, NO_PAUSE, () -> "nonce");
    }

    /** An edit that must not happen. */
    private PaidEdit paidEdit(ResultWriter writer) {
        EndpointAddress address = EndpointAddress.below(URI.create("https://edit.invalid"), EndpointProfile.GENERIC);
        Watchdog watchdog = (duration, action) -> () -> {};
        EditCaller caller = new EditCaller(
                (request, permit, sink, deadline) -> {
                    throw new AssertionError("nothing is to be paid");
                },
                ApiKey.fixed("key"),
                NO_PAUSE,
                () -> 0,
                Optional.empty());
        ResultFetcher fetcher = new ResultFetcher(
                new ResultRules(address, List.of()),
                new ResultRoom(Path.of("/nowhere"), 1),
                NO_PAUSE,
                watchdog,
                "test");
        EditService service =
                new EditService(address, caller, fetcher, RequestLog.NONE, new ResultRoom(Path.of("/nowhere"), 1));
        return new PaidEdit(
                store, service, UnknownOutcome.STOP, new Delivery(service, writer, NO_PAUSE, Runnable::run));
    }
}
