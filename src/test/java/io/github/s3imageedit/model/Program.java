package io.github.s3imageedit.model;

import io.github.s3imageedit.edit.ApiKey;
import io.github.s3imageedit.edit.EditCaller;
import io.github.s3imageedit.edit.EndpointAddress;
import io.github.s3imageedit.edit.EndpointProfile;
import io.github.s3imageedit.edit.ResultRoom;
import io.github.s3imageedit.edit.Watchdog;
import io.github.s3imageedit.image.ImageHeaders;
import io.github.s3imageedit.job.JobReader;
import io.github.s3imageedit.job.JobRules;
import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.Picture;
import io.github.s3imageedit.job.Upload;
import io.github.s3imageedit.job.UploadEvent;
import io.github.s3imageedit.ledger.Lease;
import io.github.s3imageedit.ledger.Ledger;
import io.github.s3imageedit.ledger.LedgerPlace;
import io.github.s3imageedit.ledger.Upkeep;
import io.github.s3imageedit.pipeline.Delivery;
import io.github.s3imageedit.pipeline.EditPipeline;
import io.github.s3imageedit.pipeline.EditService;
import io.github.s3imageedit.pipeline.InputScope;
import io.github.s3imageedit.pipeline.Intake;
import io.github.s3imageedit.pipeline.Invocation;
import io.github.s3imageedit.pipeline.Outcome;
import io.github.s3imageedit.pipeline.PaidEdit;
import io.github.s3imageedit.result.ResultKeys;
import io.github.s3imageedit.result.ResultWriter;
import io.github.s3imageedit.testing.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs the real pipeline with what a worker has been told, and finds what it asks next. */
final class Program {
    static final Lease LEASE = new Lease(Duration.ofSeconds(8), Duration.ofSeconds(4));
    private static final Duration TIME_LEFT = Duration.ofSeconds(20);
    private static final ObjectRef PICTURE = ObjectRef.latest("inbox", "tom.png");
    private static final ResultKeys KEYS = new ResultKeys("outbox", "", "{key}/{edit}{index}.{ext}");

    private final Scenario scenario;
    private final Pictures pictures;
    private final ResultRoom room;
    private final Upload upload;

    Program(Scenario scenario, Path folder) throws IOException {
        this.scenario = scenario;
        this.pictures = new Pictures(folder);
        this.room = new ResultRoom(folder, 1_000_000);
        byte[] png = Samples.png(20, 20);
        Picture picture = new Picture(PICTURE, "etag", png.length, ImageHeaders.read(new ByteArrayInputStream(png)));
        Map<String, String> tags = Map.of("prompt", "hat", "n", String.valueOf(scenario.pictures()));
        this.upload = new Upload(picture, tags, Map.of());
    }

    Next next(int worker, Instant start, List<Reply> replies) {
        Script script = new Script(start, replies);
        try {
            Outcome outcome = pipeline(script, "nonce-" + worker)
                    .run(UploadEvent.now(PICTURE), Invocation.of(name(worker), TIME_LEFT))
                    .outcome();
            return script.next().<Next>map(asks -> asks).orElseGet(() -> new Next.Ended(outcome));
        } catch (RuntimeException | Error e) {
            // Threads of the real program pass errors on in many ways: all that counts is where the answers ended.
            return script.next().<Next>map(asks -> asks).orElseGet(() -> new Next.Threw(e));
        }
    }

    /** As the ledger tells it. */
    String name(int worker) {
        return scenario.bug() == Bug.NO_NONCES ? "worker" : "worker " + worker;
    }

    private EditPipeline pipeline(Script script, String nonce) {
        JobRules rules = new JobRules("model", Optional.empty(), Set.of(), "", 1_000_000);
        ScriptedStore store = new ScriptedStore(script, upload, scenario.bug());
        ResultWriter writer = new ResultWriter(store, KEYS, "0");
        Intake intake = new Intake(new InputScope(Set.of(), ""), KEYS, store, new JobReader(rules), false);
        EndpointAddress address = EndpointAddress.below(URI.create("https://edit.example"), EndpointProfile.GENERIC);
        ScriptedEndpoint endpoint = new ScriptedEndpoint(script, scenario, pictures);
        EditCaller caller = new EditCaller(endpoint, ApiKey.fixed("key"), script, () -> 0.5, Optional.empty());
        EditService service = new EditService(address, caller, endpoint, endpoint, room);
        Delivery delivery = new Delivery(service, writer, script, script.executor(lateReceipt()));
        PaidEdit edit = new PaidEdit(store, service, scenario.policy().unknown(), delivery);
        return new EditPipeline(intake, ledger(script, store, nonce), edit, writer, script);
    }

    /** Where pictures come by link, their receipt is waited for at once. */
    private boolean lateReceipt() {
        return scenario.extent().late() && scenario.delivery() == Scenario.Delivery.INLINE;
    }

    private Ledger ledger(Script script, ScriptedStore store, String nonce) {
        Watchdog watchdog = scenario.bug() == Bug.NO_RENEWALS ? (time, action) -> () -> {} : script;
        Upkeep upkeep =
                new Upkeep(LEASE, watchdog, script.executor(scenario.extent().late()), script);
        String own = scenario.bug() == Bug.NO_NONCES ? "nonce" : nonce;
        return new Ledger(store, new LedgerPlace("outbox", ""), upkeep, script, () -> own);
    }
}
