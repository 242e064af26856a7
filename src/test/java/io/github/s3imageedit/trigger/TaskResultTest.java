package io.github.s3imageedit.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.SkipReason;
import io.github.s3imageedit.pipeline.Outcome;
import io.github.s3imageedit.pipeline.Outcome.Cause;
import io.github.s3imageedit.pipeline.Verdict;
import io.github.s3imageedit.trigger.TaskResult.Code;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskResultTest {
    private static final ObjectRef SIDECAR = ObjectRef.latest("outbox", "tom.png/1.json");

    private static Optional<Verdict> unreadable(ObjectRef sidecar) {
        assertThat(sidecar).isEqualTo(SIDECAR);
        return Optional.empty();
    }

    private static Optional<Verdict> succeeded(ObjectRef sidecar) {
        return Optional.of(new Verdict(true, "s3://outbox/tom.png/1.png and " + sidecar));
    }

    private static Optional<Verdict> failed(ObjectRef sidecar) {
        return Optional.of(new Verdict(false, "too_large: Make it smaller. See " + sidecar));
    }

    private static void assertResult(TaskResult result, Code code, String words) {
        assertThat(result).isEqualTo(new TaskResult(code, words));
    }

    @Test
    void anEditSaysWhereItsPicturesLie() {
        assertResult(
                TaskResult.of(new Outcome.Edited(SIDECAR), TaskResultTest::succeeded),
                Code.Succeeded,
                "edited: s3://outbox/tom.png/1.png and s3://outbox/tom.png/1.json");
        assertResult(
                TaskResult.of(new Outcome.Edited(SIDECAR), TaskResultTest::unreadable),
                Code.Succeeded,
                "edited: see s3://outbox/tom.png/1.json");
    }

    @Test
    void whatWasDecidedBeforeIsSaidAgain() {
        assertResult(
                TaskResult.of(new Outcome.Decided(SIDECAR), TaskResultTest::succeeded),
                Code.Succeeded,
                "decided before: s3://outbox/tom.png/1.png and s3://outbox/tom.png/1.json");
        assertResult(
                TaskResult.of(new Outcome.Decided(SIDECAR), TaskResultTest::failed),
                Code.PermanentFailure,
                "decided before: too_large: Make it smaller. See s3://outbox/tom.png/1.json");
        assertResult(
                TaskResult.of(new Outcome.Decided(SIDECAR), TaskResultTest::unreadable),
                Code.TemporaryFailure,
                "decided before, and its sidecar cannot be read now: s3://outbox/tom.png/1.json");
    }

    @Test
    void aRefusalSaysWhatToDo() {
        Outcome refused = new Outcome.Refused(SIDECAR, "too_large");

        assertResult(
                TaskResult.of(refused, TaskResultTest::failed),
                Code.PermanentFailure,
                "refused: too_large: Make it smaller. See s3://outbox/tom.png/1.json");
        assertResult(
                TaskResult.of(refused, TaskResultTest::unreadable),
                Code.PermanentFailure,
                "refused: too_large; see s3://outbox/tom.png/1.json");
    }

    @Test
    void anObjectThatIsNotThereIsAFaultOfTheManifest() {
        TaskResult result = TaskResult.of(new Outcome.Skipped(SkipReason.SUPERSEDED), TaskResultTest::unreadable);

        assertThat(result.code()).isEqualTo(Code.PermanentFailure);
        assertThat(result.words()).contains("no such object", "manifest");
    }

    @Test
    void aJobOverAnotherBucketFails() {
        assertResult(
                TaskResult.of(new Outcome.Skipped(SkipReason.OTHER_BUCKET), TaskResultTest::unreadable),
                Code.PermanentFailure,
                "nothing was done: its bucket is not one of INPUT_BUCKETS");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SUPERSEDED", "OTHER_BUCKET"})
    void whatAsksForNothingSucceedsAndSaysSo(SkipReason reason) {
        assertResult(
                TaskResult.of(new Outcome.Skipped(reason), TaskResultTest::unreadable),
                Code.Succeeded,
                "skipped: " + reason.words());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsHandedBackComesAgain(Cause cause) {
        assertResult(
                TaskResult.of(new Outcome.Unavailable(cause, "the endpoint is busy"), TaskResultTest::unreadable),
                Code.TemporaryFailure,
                "the endpoint is busy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "😀", "\u0301"})
    void wordsAreCutAtACharacter(String character) {
        String words = TaskResult.impossible(character.repeat(5000)).words();

        assertThat(words).isEqualTo(character.repeat(1000));
        assertThat(words.codePointCount(0, words.length())).isEqualTo(1000);
        assertThat(TaskResult.impossible(character.repeat(1000)).words()).isEqualTo(character.repeat(1000));
    }

    @Test
    void wordsAreOneLineWithoutControlCharacters() {
        StringBuilder every = new StringBuilder("a");
        for (char character = 0; character < 0xa0; character++) {
            every.append(character);
        }
        String words = TaskResult.impossible(
                        every.append("b\u2028\u2029c\r\n\td").toString())
                .words();

        assertThat(words).startsWith("a").endsWith("b c d").contains(" !\"#$%").doesNotContain("\u2028", "\u2029");
        assertThat(words.chars()).noneMatch(Character::isISOControl);
    }
}
