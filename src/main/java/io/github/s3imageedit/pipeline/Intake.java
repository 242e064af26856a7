package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.job.Deadline;
import io.github.s3imageedit.job.JobDecision;
import io.github.s3imageedit.job.JobDecision.Skip;
import io.github.s3imageedit.job.JobReader;
import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.Picture;
import io.github.s3imageedit.job.SideFiles;
import io.github.s3imageedit.job.SkipReason;
import io.github.s3imageedit.job.Upload;
import io.github.s3imageedit.job.UploadEvent;
import io.github.s3imageedit.job.UploadEvent.Occasion;
import io.github.s3imageedit.job.Wish;
import io.github.s3imageedit.result.ResultKeys;
import io.github.s3imageedit.store.ObjectStore;
import io.github.s3imageedit.store.StoredPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From an event to a decision: asks S3 for what the decision needs, and for no more. */
public final class Intake {
    private final InputScope scope;
    private final ResultKeys keys;
    private final ObjectStore store;
    private final JobReader jobs;
    private final boolean sideFiles;

    /**
     * An intake.
     *
     * @param sideFiles whether to look for a mask beside the picture
     */
    public Intake(InputScope scope, ResultKeys keys, ObjectStore store, JobReader jobs, boolean sideFiles) {
        this.scope = scope;
        this.keys = keys;
        this.store = store;
        this.jobs = jobs;
        this.sideFiles = sideFiles;
    }

    /** The same, for as long as there is time. */
    Intake within(Deadline deadline) {
        return new Intake(scope, keys, store.within(deadline), jobs, sideFiles);
    }

    /** What the intake comes to. */
    public sealed interface Result {
        record Decided(JobDecision decision) implements Result {}

        /** The upload names a part that is not there yet. */
        record Missing(ObjectRef part) implements Result {}
    }

    /** Why what an event asks for could not be done for any upload, in a sentence; empty where it could. */
    Optional<String> objection(Map<String, String> arguments) {
        return jobs.objection(arguments);
    }

    /** Takes in what an event speaks of. */
    Result take(UploadEvent event) {
        Optional<SkipReason> objection = scope.objection(event.object())
                .or(() -> keys.isOutput(event.object()) ? Optional.of(SkipReason.OWN_OUTPUT) : Optional.empty());
        if (objection.isPresent()) {
            return skip(objection.get());
        }
        return SideFiles.isSideFile(event.object()) ? takeSideFile(event) : takeUpload(event, SkipReason.SUPERSEDED);
    }

    /** A mask may have come after its picture, which is then looked at anew. */
    private Result takeSideFile(UploadEvent event) {
        return SideFiles.pictureOf(event.object())
                .map(picture -> UploadEvent.now(picture).withArguments(event.arguments()))
                .map(picture -> takeUpload(picture, SkipReason.SIDE_FILE_ALONE))
                .orElseGet(() -> skip(SkipReason.SIDE_FILE_ALONE));
    }

    private Result takeUpload(UploadEvent event, SkipReason absent) {
        Optional<Upload> found = store.describe(event);
        if (found.isEmpty()) {
            return skip(absent);
        }
        Upload upload = found.get();
        if (upload.picture().bytes() == 0 && event.object().key().endsWith("/")) {
            return skip(SkipReason.FOLDER_MARKER);
        }
        if (event.occasion() == Occasion.TAGGED && upload.tags().isEmpty()) {
            return skip(SkipReason.UNTAGGED);
        }
        Wish wish = jobs.wish(upload, event.arguments());
        Optional<SkipReason> reason = jobs.skip(upload, wish);
        return reason.isPresent() ? skip(reason.get()) : takeParts(upload, wish);
    }

    private Result takeParts(Upload upload, Wish wish) {
        if (wish.fault().isPresent()) {
            return new Result.Decided(jobs.decide(upload, wish, Optional.empty(), List.of()));
        }
        ObjectRef source = upload.picture().object();
        Optional<ObjectRef> maskPlace = wish.mask().map(source::sibling);
        Optional<Picture> mask = maskPlace.isPresent() ? part(maskPlace.get()) : maskBeside(source, wish);
        if (maskPlace.isPresent() && mask.isEmpty()) {
            return new Result.Missing(maskPlace.get());
        }
        List<Picture> images = new ArrayList<>();
        for (String key : wish.images()) {
            Optional<Picture> image = part(source.sibling(key));
            if (image.isEmpty()) {
                return new Result.Missing(source.sibling(key));
            }
            images.add(image.get());
        }
        return new Result.Decided(jobs.decide(upload, wish, mask, images));
    }

    private Optional<Picture> maskBeside(ObjectRef source, Wish wish) {
        String key = SideFiles.maskKey(source.key());
        boolean wanted = sideFiles && !wish.isUpscaling();
        return wanted && store.liesBeside(source, key) ? part(source.sibling(key)) : Optional.empty();
    }

    private Optional<Picture> part(ObjectRef object) {
        return store.picture(object).map(StoredPicture::picture);
    }

    private static Result skip(SkipReason reason) {
        return new Result.Decided(new Skip(reason));
    }
}
