package io.github.s3imageedit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.image.ImageHeader;
import io.github.s3imageedit.image.ImageHeader.Dimensions;
import io.github.s3imageedit.image.ImageType;
import io.github.s3imageedit.job.JobDecision;
import io.github.s3imageedit.job.JobReader;
import io.github.s3imageedit.job.JobRules;
import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.Picture;
import io.github.s3imageedit.job.SkipReason;
import io.github.s3imageedit.job.Upload;
import io.github.s3imageedit.job.UploadEvent;
import io.github.s3imageedit.job.UploadEvent.Occasion;
import io.github.s3imageedit.result.ResultKeys;
import io.github.s3imageedit.trigger.LookingStore;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the kind of an event, and what it asks for itself, come to. */
class IntakeTest {
    private static final Map<String, String> HAT = Map.of("prompt", "add a red hat");

    private static UploadEvent event(String key, Occasion occasion, Map<String, String> arguments) {
        return new UploadEvent(ObjectRef.latest("inbox", key), Optional.empty(), Optional.empty(), occasion, arguments);
    }

    /** A PNG with tags. */
    private static Optional<Upload> png(UploadEvent event, Map<String, String> tags) {
        ImageHeader header = new ImageHeader(ImageType.PNG, Optional.of(new Dimensions(64, 48)), false);
        return Optional.of(new Upload(new Picture(event.object(), "e1", 500, Optional.of(header)), tags, Map.of()));
    }

    private static JobDecision take(LookingStore store, UploadEvent event) {
        JobRules rules = new JobRules("model", Optional.of("the default"), Set.of(), "", 1000);
        ResultKeys keys = new ResultKeys("outbox", "", "{key}/{edit}{index}.{ext}");
        Intake intake = new Intake(new InputScope(Set.of(), ""), keys, store, new JobReader(rules), true);
        return ((Intake.Result.Decided) intake.take(event)).decision();
    }

    private static JobDecision take(Map<String, String> tags, Occasion occasion, Map<String, String> arguments) {
        return take(new LookingStore(event -> png(event, tags)), event("tom.png", occasion, arguments));
    }

    private static Optional<String> prompt(JobDecision decision) {
        assertThat(decision).isInstanceOf(JobDecision.Run.class);
        return ((JobDecision.Run) decision).job().parameters().value("prompt");
    }

    @Test
    void tagsTakenAwayAskForNothingEvenWhereThereIsADefault() {
        assertThat(take(Map.of(), Occasion.TAGGED, Map.of())).isEqualTo(new JobDecision.Skip(SkipReason.UNTAGGED));
    }

    @Test
    void tagsThatAreThereAskAnew() {
        assertThat(prompt(take(HAT, Occasion.TAGGED, Map.of()))).contains("add a red hat");
        assertThat(prompt(take(Map.of("project", "x"), Occasion.TAGGED, Map.of())))
                .contains("the default");
    }

    @Test
    void whatWasWrittenNeedsNoTags() {
        assertThat(prompt(take(Map.of(), Occasion.WRITTEN, Map.of()))).contains("the default");
    }

    @Test
    void aTaggingMakesTheSameEditAsTheWriting() {
        JobDecision written = take(HAT, Occasion.WRITTEN, Map.of());
        JobDecision tagged = take(HAT, Occasion.TAGGED, Map.of());

        assertThat(tagged).isEqualTo(written);
    }

    @Test
    void argumentsAskWhereTagsDoNot() {
        assertThat(prompt(take(Map.of(), Occasion.WRITTEN, HAT))).contains("add a red hat");
        assertThat(prompt(take(Map.of("prompt", "mine"), Occasion.WRITTEN, HAT)))
                .contains("mine");
    }

    /** A job over a whole bucket names both, and must not pay for the default besides what it asks for. */
    @Test
    void aMaskBringsItsPictureTheSameArguments() {
        LookingStore store = new LookingStore(event -> png(event, Map.of()));
        JobDecision byPicture = take(store, event("tom.png", Occasion.WRITTEN, HAT));
        JobDecision byMask = take(store, event("tom.png.mask.png", Occasion.WRITTEN, HAT));

        assertThat(prompt(byMask)).contains("add a red hat");
        assertThat(byMask).isEqualTo(byPicture);
    }

    @Test
    void aMasksOwnTagsMatterToNobody() {
        LookingStore store = new LookingStore(event -> png(event, Map.of()));

        assertThat(prompt(take(store, event("tom.png.mask.png", Occasion.TAGGED, Map.of()))))
                .contains("the default");
        assertThat(store.looked()).containsExactly("tom.png");
    }
}
