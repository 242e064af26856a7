package io.github.s3imageedit.job;

import static io.github.s3imageedit.job.Uploads.NO_PICTURE;
import static io.github.s3imageedit.job.Uploads.RULES;
import static io.github.s3imageedit.job.Uploads.WITH_DEFAULT_PROMPT;
import static io.github.s3imageedit.job.Uploads.marked;
import static io.github.s3imageedit.job.Uploads.picture;
import static io.github.s3imageedit.job.Uploads.tags;
import static io.github.s3imageedit.job.Uploads.tom;
import static io.github.s3imageedit.job.Uploads.upload;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an event itself asks for: the words of whoever runs a job, for uploads that have none of their own. */
class ArgumentsTest {
    private static final Map<String, String> HAT = tags("prompt=add a red hat");

    private static Wish wish(Upload upload, Map<String, String> arguments) {
        return new JobReader(RULES).wish(upload, arguments);
    }

    private static JobDecision decide(JobRules rules, Upload upload, Map<String, String> arguments) {
        JobReader reader = new JobReader(rules);
        return reader.decide(upload, reader.wish(upload, arguments), Optional.empty(), List.of());
    }

    @Test
    void askWhereTheUploadDoesNot() {
        Wish wish = wish(upload("n=2"), tags("prompt=add a red hat", "n=3", "quality=high"));

        assertThat(wish.parameters().byName())
                .containsEntry("prompt", new Parameter("add a red hat", Origin.BATCH))
                .containsEntry("quality", new Parameter("high", Origin.BATCH))
                .containsEntry("n", new Parameter("2", Origin.TAG));
        assertThat(decide(RULES, upload(), HAT)).isInstanceOf(JobDecision.Run.class);
    }

    /** Paying for a job's words while the upload's own are misspelt would be an edit that nobody asked for. */
    @Test
    void doNotStandInForWordsThatAreMisspelt() {
        assertThat(wish(upload("promt=my own words"), HAT).fault()).isPresent();
        assertThat(wish(upload("promt=old", "prompt=my own words"), HAT).fault())
                .isEmpty();
        assertThat(wish(upload("prompt=my own words"), tags("promt=add a red hat"))
                        .fault())
                .isEmpty();
    }

    @Test
    void areJudgedForThemselves() {
        JobReader reader = new JobReader(RULES);

        assertThat(reader.objection(tags("n=many"))).isPresent();
        assertThat(reader.objection(tags("promt=add a red hat"))).isPresent();
        assertThat(reader.objection(tags("prompt=add a red hat", "sise=2K")))
                .contains("\"sise\" is no parameter; was \"size\" meant?");
        assertThat(reader.objection(tags("prompt=add a red hat", "owner=me"))).isEmpty();
        assertThat(reader.objection(Map.of())).isEmpty();
        assertThat(reader.objection(tags("scale_factor=2", "mask=m.png"))).isPresent();
    }

    @Test
    void comeBeforeTheDefaults() {
        JobReader reader = new JobReader(WITH_DEFAULT_PROMPT);
        Parameters parameters = reader.wish(upload(), tags("prompt=a job's hat", "model=gpt-image-2"))
                .parameters();

        assertThat(parameters.value("prompt")).contains("a job's hat");
        assertThat(parameters.value("model")).contains("gpt-image-2");
        assertThat(reader.wish(upload("prompt=mine"), HAT).parameters().value("prompt"))
                .contains("mine");
    }

    @Test
    void countForNothingWhereTheyAreBlank() {
        assertThat(wish(upload(), tags("prompt= ", "n=")).parameters())
                .isEqualTo(wish(upload(), Map.of()).parameters());
        assertThat(decide(WITH_DEFAULT_PROMPT, upload(), tags("prompt=\t")))
                .isEqualTo(decide(WITH_DEFAULT_PROMPT, upload(), Map.of()));
    }

    @Test
    void makeNoEditOfWhatIsNoPicture() {
        Upload text = upload(picture("in/notes.txt", "e1", 20, NO_PICTURE));

        assertThat(decide(RULES, text, HAT)).isEqualTo(new JobDecision.Skip(SkipReason.NOT_A_PICTURE));
    }

    @Test
    void makeNoEditOfAnOwnOutput() {
        assertThat(decide(RULES, marked(), HAT)).isEqualTo(new JobDecision.Skip(SkipReason.OWN_OUTPUT));
        assertThat(decide(RULES, marked("prompt=now in blue"), HAT)).isInstanceOf(JobDecision.Run.class);
    }

    @Test
    void areThatEditWhicheverWayTheyCome() {
        EditId byJob = ((JobDecision.Run) decide(RULES, upload(), HAT)).job().id();
        EditId byTag = ((JobDecision.Run) decide(RULES, upload("prompt=add a red hat"), Map.of()))
                .job()
                .id();

        assertThat(byJob).isEqualTo(byTag);
        assertThat(((JobDecision.Run) decide(RULES, upload(), tags("prompt=add a blue hat")))
                        .job()
                        .id())
                .isNotEqualTo(byJob);
    }

    @Test
    void nameParts() {
        Wish wish = wish(upload(), tags("prompt=x", "mask=in/m.png", "image=in/2.png", "variation=b"));

        assertThat(wish.mask()).contains("in/m.png");
        assertThat(wish.images()).containsExactly("in/2.png");
        assertThat(wish.variation()).contains("b");
        assertThat(wish.fault()).isEmpty();
        assertThat(wish(upload(), tags("prompt=x", "mask=elsewhere/m.png")).fault())
                .isPresent();
    }

    @Test
    void areJudgedAsStrictlyAsTags() {
        assertThat(wish(upload(), tags("prompt=x", "n=many"))
                        .fault()
                        .orElseThrow()
                        .code())
                .isEqualTo("bad_parameter");
        assertThat(wish(upload(), tags("promt=x")).fault().orElseThrow().isMisspelling())
                .isTrue();
        assertThat(wish(upload("n=2"), tags("prompt=x", "n=many")).fault()).isEmpty();
        assertThat(wish(upload(), tags("prompt=x", "owner=me")).parameters())
                .isEqualTo(wish(upload(), tags("prompt=x")).parameters());
    }

    @Test
    void stayWithTheEventWhenItsObjectIsSpeltAnew() {
        UploadEvent event = UploadEvent.now(tom().object()).withArguments(HAT);

        assertThat(event.arguments()).isEqualTo(HAT);
        assertThat(event.object()).isEqualTo(tom().object());
        assertThat(UploadEvent.now(tom().object()).arguments()).isEmpty();
    }
}
