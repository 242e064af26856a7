package io.github.s3imageedit.job;

import static io.github.s3imageedit.job.Uploads.RULES;
import static io.github.s3imageedit.job.Uploads.WITH_DEFAULT_PROMPT;
import static io.github.s3imageedit.job.Uploads.tags;
import static io.github.s3imageedit.job.Uploads.wish;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WishTest {
    @Test
    void aTagNamedLikeAParameterIsThatParameter() {
        Parameters parameters = wish("prompt=add a hat", "n=2", "model=gpt-image-2", "quality=high")
                .parameters();

        assertThat(parameters.byName())
                .containsExactly(
                        entry("model", "gpt-image-2"),
                        entry("prompt", "add a hat"),
                        entry("n", "2"),
                        entry("quality", "high"));
        assertThat(parameters.isUploads("model")).isTrue();
    }

    private static Map.Entry<String, Parameter> entry(String name, String value) {
        return Map.entry(name, new Parameter(value, Origin.TAG));
    }

    @Test
    void theDefaultsFillWhatTheUploadLeavesOpen() {
        Parameters parameters = wish(WITH_DEFAULT_PROMPT).parameters();

        assertThat(parameters.byName())
                .containsEntry("model", new Parameter("gemini-3-pro-image", Origin.DEFAULT))
                .containsEntry("prompt", new Parameter("a red hat", Origin.DEFAULT));
        assertThat(parameters.isUploads("model")).isFalse();
        assertThat(wish(WITH_DEFAULT_PROMPT, "prompt=a blue hat").parameters().value("prompt"))
                .contains("a blue hat");
    }

    @Test
    void theDefaultPromptStaysAwayFromUpscaling() {
        Wish wish = wish(WITH_DEFAULT_PROMPT, "scale_factor=2");

        assertThat(wish.parameters().value("prompt")).isEmpty();
        assertThat(wish.isUpscaling()).isTrue();
        assertThat(wish("scale_factor=2", "prompt=x").isUpscaling()).isFalse();
        assertThat(wish("prompt=x").isUpscaling()).isFalse();
    }

    @Test
    void blanksAroundAValueDoNotCount() {
        assertThat(wish("prompt=  add a hat\t\n").parameters().value("prompt")).contains("add a hat");
        assertThat(wish("prompt=\u3000add a hat ").parameters().value("prompt")).contains("add a hat");
        assertThat(wish("mask= in/m.png ").mask()).contains("in/m.png");
    }

    @Test
    void blanksThatDoNotBreakALineDoNotCountEither() {
        assertThat(wish("prompt=\u00a0add a hat\u202f").parameters().value("prompt"))
                .contains("add a hat");
        assertThat(wish("prompt=\u00a0").asksForEdit()).isFalse();
    }

    @Test
    void anEmptyValueIsNoValue() {
        Wish wish =
                wish(WITH_DEFAULT_PROMPT, "prompt=", "model= ", "n=", "mask=", "image=", "variation=", "scale_factor=");

        assertThat(wish.parameters()).isEqualTo(wish(WITH_DEFAULT_PROMPT).parameters());
        assertThat(wish.mask()).isEmpty();
        assertThat(wish.images()).isEmpty();
        assertThat(wish.variation()).isEmpty();
        assertThat(wish.fault()).isEmpty();
    }

    @Test
    void theFirstCarrierThatSaysSomethingWins() {
        List<Carrier> carriers = List.of(
                new Carrier(Origin.TAG, tags("prompt=", "n=2")),
                new Carrier(Origin.METADATA, tags("prompt=by metadata", "n=3")),
                new Carrier(Origin.SIDE_FILE, tags("prompt=by file", "size=auto")));

        assertThat(new WishReader(RULES).read(carriers).parameters().byName())
                .containsEntry("prompt", new Parameter("by metadata", Origin.METADATA))
                .containsEntry("n", new Parameter("2", Origin.TAG))
                .containsEntry("size", new Parameter("auto", Origin.SIDE_FILE));
    }

    @Test
    void furtherPicturesComeInTheOrderOfTheirNumbers() {
        Wish wish = wish("prompt=x", "image_10=in/10", "image_2=in/2", "image_9=in/9", "image_11=in/11", "image=in/1");

        assertThat(wish.images()).containsExactly("in/1", "in/2", "in/9", "in/10", "in/11");
        assertThat(wish.warnings()).isEmpty();
        assertThat(wish.fault()).isEmpty();
    }

    @Test
    void partsAndVariationAreNoParameters() {
        Wish wish = wish("prompt=x", "mask=in/m.png", "image=in/2.png", "variation=b");

        assertThat(wish.parameters()).isEqualTo(wish("prompt=x").parameters());
        assertThat(wish.mask()).contains("in/m.png");
        assertThat(wish.variation()).contains("b");
    }

    @Test
    void passesThroughOnlyWhatIsSwitchedOn() {
        assertThat(wish("prompt=x", "guidance_scale=7.5").parameters().value("guidance_scale"))
                .contains("7.5");
        assertThat(wish(WITH_DEFAULT_PROMPT, "guidance_scale=7.5").parameters().value("guidance_scale"))
                .isEmpty();
        assertThat(wish("prompt=x", "guidence_scale=7.5").warnings())
                .containsExactly(meant("guidence_scale", "guidance_scale"));
    }

    @Test
    void unknownTagsAreIgnoredInSilence() {
        Wish wish = wish("prompt=x", "project=apollo", "cost-centre=42", "aws_owner=me", "promo=summer", "mood=calm");

        assertThat(wish.warnings()).isEmpty();
        assertThat(wish.parameters()).isEqualTo(wish("prompt=x").parameters());
    }

    @Test
    void warnsOfWhatLooksLikeAMisspeltParameter() {
        assertWarned("Prompt", "prompt");
        assertWarned("promt", "prompt");
        assertWarned("Model", "model");
        assertWarned("modle", "model");
        assertWarned("N", "n");
        assertWarned("aspect-ratio", "aspect_ratio");
        assertWarned("AspectRatio", "aspect_ratio");
        assertWarned("qualty", "quality");
        assertWarned("sise", "size");
        assertWarned("scale_facter", "scale_factor");
        assertWarned("negative prompt", "negative_prompt");
        assertWarned("Mask", "mask");
        assertWarned("images", "image");
        assertWarned("image_1", "image");
        assertWarned("variaton", "variation");
    }

    private static void assertWarned(String name, String meant) {
        Wish wish = wish("prompt=x", name + "=5");
        assertThat(wish.warnings()).containsExactly(meant(name, meant));
        assertThat(wish.fault()).isEmpty();
        assertThat(wish.parameters()).isEqualTo(wish("prompt=x").parameters());
    }

    private static String meant(String name, String meant) {
        return "\"" + name + "\" is no parameter and was ignored; was \"" + meant + "\" meant?";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "promt",
                "Prompt",
                "PROMPT",
                "prompts",
                "porompt",
                "prompt ",
                "prmpt",
                "rompt",
                "promp",
                "pormpt",
                "pronpt",
                "promptt",
                "prompt_2",
                "pro-mpt",
                "Promt",
                "prompt:"
            })
    void aMisspeltPromptIsRefusedEvenWhereThereIsADefault(String name) {
        assertMisspelt(name, wish(name + "=a blue hat"));
        assertMisspelt(name, wish(WITH_DEFAULT_PROMPT, name + "=a blue hat", "n=two"));
        assertMisspelt(name, wish(name + "=a blue hat", "prompt="));
    }

    private static void assertMisspelt(String name, Wish wish) {
        Fault fault = wish.fault().orElseThrow();
        assertThat(fault.isMisspelling()).isTrue();
        assertThat(fault.message()).contains("\"" + name + "\"").doesNotContain("blue");
        assertThat(fault.hint()).contains("\"prompt\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"promo", "prom", "romp", "promoted", "product", "comment", "preempt", "negative_prompt", "x"})
    void otherWordsAreNoMisspeltPrompt(String name) {
        assertThat(wish(name + "=a blue hat").fault()).isEmpty();
        assertThat(wish(name + "=").fault()).isEmpty();
    }

    @Test
    void aMisspeltPromptBesideAnAskIsOnlyWarnedOf() {
        assertThat(wish("promt=a", "scale_factor=2").fault()).isEmpty();
        assertThat(wish("promt=a", "scale_factor=2").warnings()).hasSize(1);
        assertThat(wish("promt=").fault()).isEmpty();
    }
}
