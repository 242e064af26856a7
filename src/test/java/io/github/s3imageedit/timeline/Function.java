package io.github.s3imageedit.timeline;

import io.github.s3imageedit.edit.ApiKey;
import io.github.s3imageedit.edit.EditCaller;
import io.github.s3imageedit.edit.EditReply;
import io.github.s3imageedit.edit.EditRequest;
import io.github.s3imageedit.edit.EndpointAddress;
import io.github.s3imageedit.edit.EndpointProfile;
import io.github.s3imageedit.edit.FetchedResult;
import io.github.s3imageedit.edit.Permit;
import io.github.s3imageedit.edit.PictureSink;
import io.github.s3imageedit.edit.ReplyFacts;
import io.github.s3imageedit.edit.ReplyPicture;
import io.github.s3imageedit.edit.RequestLog;
import io.github.s3imageedit.edit.ResultRoom;
import io.github.s3imageedit.image.ImageHeaders;
import io.github.s3imageedit.image.ImageSpool;
import io.github.s3imageedit.image.SpooledImage;
import io.github.s3imageedit.job.Deadline;
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
import io.github.s3imageedit.pipeline.UnknownOutcome;
import io.github.s3imageedit.result.ResultKeys;
import io.github.s3imageedit.result.ResultWriter;
import io.github.s3imageedit.testing.AmpleStorage;
import io.github.s3imageedit.testing.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;

/** The whole function on a simulated S3 and endpoint. Links die after an hour, as Lumenfall's do. */
final class Function {
    private static final Duration LINKS_LIVE = Duration.ofMinutes(60);
    private static final ObjectRef PICTURE = ObjectRef.latest("inbox", "tom.png");
    private static final ResultKeys KEYS = new ResultKeys("outbox", "", "{key}/{edit}{index}.{ext}");

    private final Time time = new Time();
    private final Steps steps = new Steps(time);
    private final Bucket bucket;
    private final Path folder;
    private final boolean inline;
    private final Duration callTime;
    private RequestLog log = RequestLog.NONE;
    private int invocations;
    private int paidCalls;
    private Instant linkMade = Instant.MAX;

    Function(Path folder, boolean inline, Duration callTime) throws IOException {
        this.folder = folder;
        this.inline = inline;
        this.callTime = callTime;
        byte[] png = Samples.png(20, 20);
        Picture picture = new Picture(PICTURE, "etag", png.length, ImageHeaders.read(new ByteArrayInputStream(png)));
        this.bucket = new Bucket(time, steps, new Upload(picture, Map.of("prompt", "hat"), Map.of()));
    }

    /** The endpoint shows its records. */
    void show(RequestLog records) {
        log = records;
    }

    Time time() {
        return time;
    }

    Steps steps() {
        return steps;
    }

    Bucket bucket() {
        return bucket;
    }

    int paidCalls() {
        return paidCalls;
    }

    /** One invocation; empty where it was killed. */
    Optional<Outcome> invoke(Duration timeout, int killAt) {
        steps.begin(killAt);
        try {
            Invocation invocation = Invocation.of("invocation-" + ++invocations, timeout);
            return Optional.of(
                    pipeline().run(UploadEvent.now(PICTURE), invocation).outcome());
        } catch (Killed e) {
            return Optional.empty();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Killed) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private EditPipeline pipeline() {
        JobRules rules = new JobRules("model", Optional.empty(), Set.of(), "", 1_000_000);
        Intake intake = new Intake(new InputScope(Set.of(), ""), KEYS, bucket, new JobReader(rules), false);
        ResultWriter writer = new ResultWriter(bucket, KEYS, "0");
        EndpointAddress address = EndpointAddress.below(URI.create("https://edit.example"), EndpointProfile.GENERIC);
        EditCaller caller = new EditCaller(this::answer, ApiKey.fixed("key"), time, () -> 0.5, Optional.empty());
        EditService service = new EditService(address, caller, this::fetch, log, new ResultRoom(folder, 1_000_000));
        PaidEdit edit = new PaidEdit(
                bucket, service, UnknownOutcome.RETRY_ONCE, new Delivery(service, writer, time, Runnable::run));
        Upkeep upkeep = new Upkeep(Lease.USUAL, time, Runnable::run, time);
        String nonce = "nonce-" + invocations;
        Ledger ledger = new Ledger(bucket, new LedgerPlace("outbox", ""), upkeep, time, () -> nonce);
        return new EditPipeline(intake, ledger, edit, writer, time);
    }

    private EditReply answer(EditRequest request, Permit permit, PictureSink sink, Deadline deadline) {
        steps.before("body", Duration.ofMillis(200));
        permit.confirm().run();
        steps.after("body");
        paidCalls++;
        steps.before("answer", callTime);
        linkMade = time.instant();
        if (inline) {
            try (SpooledImage image = picture()) {
                sink.accept(0, image);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        steps.after("answer");
        Optional<String> link = inline ? Optional.empty() : Optional.of("https://edit.example/1.png");
        return new EditReply.Answered(List.of(new ReplyPicture(0, link, Optional.empty())), true, ReplyFacts.NONE);
    }

    private FetchedResult fetch(String link, Deadline deadline) {
        steps.before("fetch", Duration.ofMillis(500));
        FetchedResult result = time.instant().isAfter(linkMade.plus(LINKS_LIVE))
                ? new FetchedResult.Refused("result_gone", "The link has died.")
                : new FetchedResult.Fetched(picture());
        steps.after("fetch");
        return result;
    }

    private SpooledImage picture() {
        try (ImageSpool spool = ImageSpool.open(folder, 1_000_000, AmpleStorage.PLACE)) {
            spool.write(Samples.png(30, 30));
            return spool.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
