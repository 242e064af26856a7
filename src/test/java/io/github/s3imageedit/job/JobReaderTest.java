package io.github.s3imageedit.job;

import static io.github.s3imageedit.job.Uploads.MAX_BYTES;
import static io.github.s3imageedit.job.Uploads.NO_PICTURE;
import static io.github.s3imageedit.job.Uploads.PNG;
import static io.github.s3imageedit.job.Uploads.RULES;
import static io.github.s3imageedit.job.Uploads.WITH_DEFAULT_PROMPT;
import static io.github.s3imageedit.job.Uploads.damaged;
import static io.github.s3imageedit.job.Uploads.decide;
import static io.github.s3imageedit.job.Uploads.header;
import static io.github.s3imageedit.job.Uploads.marked;
import static io.github.s3imageedit.job.Uploads.picture;
import static io.github.s3imageedit.job.Uploads.tom;
import static io.github.s3imageedit.job.Uploads.upload;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.image.ImageHeader;
import io.github.s3imageedit.image.ImageType;
import io.github.s3imageedit.job.JobDecision.Refuse;
import io.github.s3imageedit.job.JobDecision.Run;
import io.github.s3imageedit.job.JobDecision.Skip;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of an upload, row by row. */
class JobReaderTest {
    private static Upload file(long bytes, Optional<ImageHeader> header, String... tags) {
        return upload(picture("in/tom.png", "e1", bytes, header), tags);
    }

    @Test
    void editsWhatAsksForIt() {
        assertRuns(RULES, upload("prompt=add a hat"));
        assertRuns(RULES, upload("scale_factor=2"));
        assertRuns(RULES, upload("prompt=add a hat", "scale_factor=2"));
        assertRuns(RULES, file(1000, header(ImageType.JPEG, false), "prompt=add a hat"));
        assertRuns(RULES, file(1000, header(ImageType.WEBP, false), "prompt=add a hat"));
        assertRuns(RULES, file(MAX_BYTES, PNG, "prompt=add a hat"));
        assertRuns(WITH_DEFAULT_PROMPT, upload());
        assertRuns(WITH_DEFAULT_PROMPT, upload("project=apollo"));
    }

    @Test
    void theJobHoldsWhatWasAsked() {
        Run run = (Run) decide(RULES, upload("prompt=add a hat", "n=2"));

        assertThat(run.job().source()).isEqualTo(tom());
        assertThat(run.job().parameters().value("n")).contains("2");
        assertThat(run.job().id().value()).matches("[0-9a-f]{16}");
        assertThat(run.job().id()).hasToString(run.job().id().value());
    }

    @Test
    void skipsItsOwnOutput() {
        assertSkipped(SkipReason.OWN_OUTPUT, RULES, marked());
        assertSkipped(SkipReason.OWN_OUTPUT, WITH_DEFAULT_PROMPT, marked());
        assertSkipped(SkipReason.OWN_OUTPUT, WITH_DEFAULT_PROMPT, marked("n=2", "model=gpt-image-2"));
    }

    @Test
    void editsItsOwnOutputWhereItsTagsAskForIt() {
        assertRuns(RULES, marked("prompt=now in blue"));
        assertRuns(RULES, marked("scale_factor=2"));
        assertRefused("misspelt_prompt", RULES, marked("promt=now in blue"));
    }

    @Test
    void skipsWhatAsksForNothing() {
        assertSkipped(SkipReason.ASKS_NOTHING, RULES, upload());
        assertSkipped(SkipReason.ASKS_NOTHING, RULES, upload("model=gpt-image-2", "size=huge", "mask=elsewhere"));
        assertSkipped(SkipReason.ASKS_NOTHING, RULES, upload("prompt= "));
        assertSkipped(SkipReason.ASKS_NOTHING, RULES, file(0, NO_PICTURE));
    }

    @Test
    void skipsWhatIsNoPictureWhereOnlyTheDefaultsAsk() {
        assertSkipped(SkipReason.NOT_A_PICTURE, WITH_DEFAULT_PROMPT, file(20, NO_PICTURE));
        assertSkipped(SkipReason.NOT_A_PICTURE, WITH_DEFAULT_PROMPT, file(0, NO_PICTURE));
        assertSkipped(SkipReason.NOT_A_PICTURE, WITH_DEFAULT_PROMPT, file(20, header(ImageType.GIF, false)));
        assertSkipped(SkipReason.NOT_A_PICTURE, WITH_DEFAULT_PROMPT, file(20, NO_PICTURE, "n=two"));
    }

    @Test
    void refusesWhatAsksButCannotBeEdited() {
        assertRefused("empty", RULES, file(0, NO_PICTURE, "prompt=x"));
        assertRefused("not_a_picture", RULES, file(20, NO_PICTURE, "prompt=x"));
        assertRefused("not_a_picture", RULES, file(20, header(ImageType.GIF, false), "prompt=x"));
        assertRefused("not_a_picture", RULES, file(20, header(ImageType.AVIF, false), "scale_factor=2"));
        assertRefused("damaged_picture", RULES, file(20, damaged(ImageType.JPEG), "prompt=x"));
        assertRefused("too_large", RULES, file(MAX_BYTES + 1, PNG, "prompt=x"));
        assertRefused("too_large", WITH_DEFAULT_PROMPT, file(MAX_BYTES + 1, PNG));
        assertRefused("bad_parameter", RULES, upload("prompt=x", "n=0"));
        assertRefused("bad_parameter", WITH_DEFAULT_PROMPT, upload("size=huge"));
        assertRefused("bad_parameter", WITH_DEFAULT_PROMPT, upload("scale_factor=0"));
    }

    @Test
    void refusesAMisspeltPromptWhateverTheFileIs() {
        assertRefused("misspelt_prompt", RULES, upload("promt=x"));
        assertRefused("misspelt_prompt", WITH_DEFAULT_PROMPT, upload("promt=x"));
        assertRefused("misspelt_prompt", WITH_DEFAULT_PROMPT, file(20, NO_PICTURE, "Prompt=x"));
    }

    @Test
    void saysWhatTheBytesAre() {
        Fault fault = assertRefused("not_a_picture", RULES, file(20, header(ImageType.GIF, false), "prompt=x"));

        assertThat(fault.message()).contains("PNG, JPEG or WebP").contains("GIF");
        assertThat(assertRefused("too_large", RULES, file(5001, PNG, "prompt=x"))
                        .message())
                .contains("5001")
                .contains("5000");
    }

    private static void assertRuns(JobRules rules, Upload upload) {
        assertThat(decide(rules, upload)).isInstanceOf(Run.class);
        assertThat(skip(rules, upload)).isEmpty();
    }

    private static void assertSkipped(SkipReason reason, JobRules rules, Upload upload) {
        assertThat(decide(rules, upload)).isEqualTo(new Skip(reason));
        assertThat(skip(rules, upload)).contains(reason);
        assertThat(reason.words()).startsWith("it");
    }

    private static Fault assertRefused(String code, JobRules rules, Upload upload) {
        assertThat(skip(rules, upload)).isEmpty();
        Fault fault = ((Refuse) decide(rules, upload)).fault();
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.message()).endsWith(".");
        assertThat(fault.hint()).endsWith(".");
        return fault;
    }

    private static Optional<SkipReason> skip(JobRules rules, Upload upload) {
        JobReader reader = new JobReader(rules);
        return reader.skip(upload, reader.wish(upload, Map.of()));
    }
}
