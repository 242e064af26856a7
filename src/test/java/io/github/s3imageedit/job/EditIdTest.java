package io.github.s3imageedit.job;

import static io.github.s3imageedit.job.Uploads.PNG;
import static io.github.s3imageedit.job.Uploads.RULES;
import static io.github.s3imageedit.job.Uploads.WITH_DEFAULT_PROMPT;
import static io.github.s3imageedit.job.Uploads.decide;
import static io.github.s3imageedit.job.Uploads.mask;
import static io.github.s3imageedit.job.Uploads.picture;
import static io.github.s3imageedit.job.Uploads.upload;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.job.JobDecision.Refuse;
import io.github.s3imageedit.job.JobDecision.Run;
import io.github.s3imageedit.job.JobDecision.Skip;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EditIdTest {
    private static final String HAT = "prompt=add a hat";
    private static final Picture SECOND = picture("in/2.png", "i2", 20, PNG);
    private static final Picture THIRD = picture("in/3.png", "i3", 20, PNG);

    private static String id(JobDecision decision) {
        return switch (decision) {
            case Run run -> run.job().id().value();
            case Refuse refuse -> refuse.job().id().value();
            case Skip skip -> throw new AssertionError("skipped: " + skip.reason());
        };
    }

    private static String id(String... tags) {
        return id(decide(RULES, upload(tags)));
    }

    private static String id(Picture source) {
        return id(decide(RULES, upload(source, HAT)));
    }

    private static String id(Optional<Picture> mask, Picture... images) {
        return id(decide(RULES, upload(HAT), mask, List.of(images)));
    }

    private static void assertAllDiffer(String... ids) {
        assertThat(new HashSet<>(List.of(ids))).hasSameSizeAs(ids);
    }

    @Test
    void staysTheSameFromReleaseToRelease() {
        // Another id would pay again for everything that is sent again.
        assertThat(id(HAT)).isEqualTo("a7a58a331e12ef86");
        assertThat(id(decide(
                        RULES, upload(HAT, "n=2", "variation=b"), Optional.of(mask("m1")), List.of(SECOND, THIRD))))
                .isEqualTo("61d15682a5de1bf6");
    }

    @Test
    void isTheSameForTheSameWish() {
        assertThat(id("n=2", HAT, "size=auto")).isEqualTo(id("size=auto", "n=2", HAT));
        assertThat(id("prompt=  add a hat ")).isEqualTo(id(HAT));
        assertThat(id(HAT, "model=gemini-3-pro-image")).isEqualTo(id(HAT));
        assertThat(id(HAT, "project=apollo", "promt=typo", "n=")).isEqualTo(id(HAT));
        assertThat(id(decide(WITH_DEFAULT_PROMPT, upload()))).isEqualTo(id("prompt=a red hat"));
    }

    @Test
    void leavesOutWhatChangesNeitherPictureNorPrice() {
        assertThat(id(HAT, "user=tom")).isEqualTo(id(HAT));
        assertThat(id(HAT, "response_format=url")).isEqualTo(id(HAT));
        assertThat(id(HAT, "response_format=b64_json", "user=ann")).isEqualTo(id(HAT));
    }

    @Test
    void leavesOutVersionNameAndMetadata() {
        Picture tom = picture("in/tom.png", "e1", 1000, PNG);
        Picture version = new Picture(tom.object().withVersion(Optional.of("v2")), "e1", 1000, PNG);
        Upload described = new Upload(tom, Map.of("prompt", "add a hat"), Map.of("camera", "x"));

        assertThat(id(version)).isEqualTo(id(HAT));
        assertThat(id(decide(RULES, described))).isEqualTo(id(HAT));
        assertThat(id(Optional.of(
                        picture("in/elsewhere.png", "m1", 500, mask("m1").header()))))
                .isEqualTo(id(Optional.of(mask("m1"))));
    }

    @Test
    void differsWithEachIngredient() {
        assertAllDiffer(
                id(HAT),
                id("prompt=add a cat"),
                id(HAT, "model=gpt-image-2"),
                id(HAT, "n=1"),
                id(HAT, "n=2"),
                id(HAT, "size=auto"),
                id(HAT, "aspect_ratio=auto"),
                id(HAT, "seed=2"),
                id(HAT, "guidance_scale=2"),
                id(HAT, "negative_prompt=cats"),
                id(HAT, "scale_factor=2"),
                id(HAT, "variation=2"),
                id(HAT, "variation=3"),
                id(picture("in/other.png", "e1", 1000, PNG)),
                id(picture("in/tom.png", "e2", 1000, PNG)),
                id(new Picture(ObjectRef.latest("outbox", "in/tom.png"), "e1", 1000, PNG)),
                id(Optional.of(mask("m1"))),
                id(Optional.of(mask("m2"))),
                id(Optional.empty(), SECOND),
                id(Optional.empty(), SECOND, THIRD),
                id(Optional.empty(), THIRD, SECOND),
                id(Optional.of(mask("i2"))),
                id(Optional.of(mask("m1")), SECOND));
    }

    @Test
    void differsWithTheDefaults() {
        JobRules otherModel = new JobRules("gpt-image-2", Optional.of("a red hat"), Set.of(), "in/", 5000);

        assertAllDiffer(id(decide(WITH_DEFAULT_PROMPT, upload())), id(decide(otherModel, upload())), id(HAT));
    }

    @Test
    void takesNoTextOfOneFieldForAnothers() {
        assertAllDiffer(
                id("prompt=a", "negative_prompt=bc"),
                id("prompt=ab", "negative_prompt=c"),
                id("prompt=a\nparameter negative_prompt 2 bc"),
                id("prompt=a 1\nparameter n 1 2"),
                id("prompt=a", "n=2"),
                id("prompt=a", "variation=n 1 2"));
        assertAllDiffer(
                id(new Picture(ObjectRef.latest("a", "b/c"), "e", 1, PNG)),
                id(new Picture(ObjectRef.latest("a/b", "c"), "e", 1, PNG)),
                id(new Picture(ObjectRef.latest("a", "b"), "c/e", 1, PNG)));
    }

    @Test
    void whatCannotBeReadCountsAsItsRawText() {
        assertAllDiffer(id(HAT), id(HAT, "n=two"), id(HAT, "n=three"), id(HAT, "size=huge"));
    }

    /** Else the sidecar of the refusal would stand for the wish that its hint asks for. */
    @Test
    void aRefusedWishIsAnotherThanTheCorrectedOne() {
        assertAllDiffer(id(HAT), id(HAT, "response_format=xml"), id(HAT, "response_format=base64"));
        assertAllDiffer(id(HAT), id(HAT, "user=a\nb"));
        assertAllDiffer(id(HAT), id(HAT, "mask=elsewhere/m.png"), id(HAT, "mask=nowhere/m.png"));
        assertAllDiffer(id(HAT), id(HAT, "image=elsewhere/2.png"));
        assertAllDiffer(id("scale_factor=2"), id("scale_factor=2", "mask=in/m.png"));
        assertAllDiffer(
                id("scale_factor=2"), id("scale_factor=2", "image=in/2.png"), id("scale_factor=2", "image=in/3.png"));
    }

    @Test
    void aMisspeltPromptIsAnotherWishThanNone() {
        assertAllDiffer(
                id(decide(WITH_DEFAULT_PROMPT, upload())),
                id(decide(WITH_DEFAULT_PROMPT, upload("promt=a blue hat"))),
                id(decide(WITH_DEFAULT_PROMPT, upload("promt=a green hat"))),
                id(decide(WITH_DEFAULT_PROMPT, upload("Prompt=a blue hat"))));
    }
}
