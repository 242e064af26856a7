package io.github.s3imageedit.trigger;

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
import io.github.s3imageedit.store.ObjectStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The real pipeline on a store whose objects ask for nothing: an edit is an error. */
final class IdlePipeline {
    private static final Pause NO_PAUSE = duration -> {
        throw new AssertionError("nothing is to be waited for");
    };

    private final ObjectStore store;

    IdlePipeline(ObjectStore store) {
        this.store = store;
    }

    EditPipeline pipeline() {
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
