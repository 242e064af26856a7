package io.github.s3imageedit.job;

import io.github.s3imageedit.image.ImageHeader;
import io.github.s3imageedit.job.JobDecision.Refuse;
import io.github.s3imageedit.job.JobDecision.Run;
import io.github.s3imageedit.job.JobDecision.Skip;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides what is to become of an upload, in two steps: what it asks, then, with its parts at hand, whether it can be done. */
public final class JobReader {
    private final JobRules rules;
    private final WishReader wishes;
    private final PictureRules pictures;

    public JobReader(JobRules rules) {
        this.rules = rules;
        this.wishes = new WishReader(rules);
        this.pictures = new PictureRules(rules.maxInputBytes());
    }

    /**
     * What is asked, by the upload's tags and the defaults.
     *
     * @param arguments what the event asks for where the upload does not
     */
    public Wish wish(Upload upload, Map<String, String> arguments) {
        return wish(wishes.read(List.of(new Carrier(Origin.TAG, upload.tags()), new Carrier(Origin.BATCH, arguments))));
    }

    private Wish wish(Wish wish) {
        return wish.or(partsFault(wish));
    }

    /**
     * Why what an event asks for could not be done for any upload, in a sentence; empty where it could. There a misspelt name
     * is no slip of one upload: everything would be paid for without it.
     */
    public Optional<String> objection(Map<String, String> arguments) {
        return wishes.nearMisses(arguments.keySet()).entrySet().stream()
                .map(miss -> "\"" + miss.getKey() + "\" is no parameter; was \"" + miss.getValue() + "\" meant?")
                .findFirst()
                .or(() -> wish(wishes.read(List.of(new Carrier(Origin.BATCH, arguments))))
                        .fault()
                        .map(Fault::message));
    }

    private Optional<Fault> partsFault(Wish wish) {
        Optional<Fault> misplaced = wish.mask().flatMap(key -> misplaced("mask", key));
        for (String key : wish.images()) {
            misplaced = misplaced.or(() -> misplaced("image", key));
        }
        return misplaced.or(() ->
                wish.isUpscaling() && !(wish.mask().isEmpty() && wish.images().isEmpty())
                        ? Optional.of(new Fault(
                                "bad_parameter",
                                "Upscaling takes one picture, but the upload names a mask or further pictures.",
                                "Remove the tags \"mask\" and \"image\", or add a \"prompt\"."))
                        : Optional.empty());
    }

    private Optional<Fault> misplaced(String name, String key) {
        return key.startsWith(rules.inputPrefix())
                ? Optional.empty()
                : Optional.of(Fault.badParameter(name, "a key below \"" + rules.inputPrefix() + "\"", key));
    }

    /** The reason why nothing need be looked at any further, if there is one. */
    public Optional<SkipReason> skip(Upload upload, Wish wish) {
        boolean asked =
                wish.isUploads() || wish.fault().filter(Fault::isMisspelling).isPresent();
        if (upload.isMarked() && !asked) {
            return Optional.of(SkipReason.OWN_OUTPUT);
        }
        if (!asked && !wish.asksForEdit()) {
            return Optional.of(SkipReason.ASKS_NOTHING);
        }
        boolean picture = upload.picture()
                .header()
                .map(ImageHeader::type)
                .filter(type -> type.editable())
                .isPresent();
        return picture || asked ? Optional.empty() : Optional.of(SkipReason.NOT_A_PICTURE);
    }

    /**
     * Decides.
     *
     * @param mask what the wish names or what lies beside the picture
     * @param images what the wish names, in order
     */
    public JobDecision decide(Upload upload, Wish wish, Optional<Picture> mask, List<Picture> images) {
        Optional<SkipReason> skip = skip(upload, wish);
        if (skip.isPresent()) {
            return new Skip(skip.get());
        }
        EditJob job = EditJob.of(upload.picture(), wish, mask, images);
        Optional<Fault> fault = wish.fault().or(() -> pictures.fault(job));
        return fault.isPresent() ? new Refuse(job, fault.get()) : new Run(job);
    }
}
