package io.github.s3imageedit.trigger;

import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.SkipReason;
import io.github.s3imageedit.pipeline.Outcome;
import io.github.s3imageedit.pipeline.Verdict;
import java.util.Optional;
import java.util.function.Function;

/**
 * One task's result.
 *
 * @param words where the result lies, or what to do; they stand in the job's completion report
 */
record TaskResult(Code code, String words) {
    /** The report has room for no more. */
    private static final int MAX_WORDS = 1000;

    TaskResult {
        String line = words.replaceAll("[\\p{Cc}\\x{2028}\\x{2029}]+", " ");
        words = line.substring(
                0, line.offsetByCodePoints(0, Math.min(MAX_WORDS, line.codePointCount(0, line.length()))));
    }

    /** By the names that S3 knows. */
    enum Code {
        Succeeded,
        /** The job tries the task again. */
        TemporaryFailure,
        PermanentFailure
    }

    static TaskResult of(Outcome outcome, Function<ObjectRef, Optional<Verdict>> verdicts) {
        return switch (outcome) {
            case Outcome.Edited edited -> edited(edited.sidecar(), verdicts.apply(edited.sidecar()));
            case Outcome.Decided decided -> decidedBefore(decided.sidecar(), verdicts.apply(decided.sidecar()));
            case Outcome.Refused refused -> refused(refused, verdicts.apply(refused.sidecar()));
            // A job names objects, and nobody else will tell that one was not there.
            case Outcome.Skipped skipped
            when skipped.reason() == SkipReason.SUPERSEDED ->
                impossible("there is no such object, or no such version: correct the manifest");
            // By its bucket all of a job's objects are missed: the sooner S3 gives up, the better.
            case Outcome.Skipped skipped
            when skipped.reason() == SkipReason.OTHER_BUCKET ->
                impossible("nothing was done: " + skipped.reason().words());
            case Outcome.Skipped skipped ->
                new TaskResult(Code.Succeeded, "skipped: " + skipped.reason().words());
            case Outcome.Unavailable unavailable -> new TaskResult(Code.TemporaryFailure, unavailable.reason());
        };
    }

    static TaskResult impossible(String words) {
        return new TaskResult(Code.PermanentFailure, words);
    }

    private static TaskResult edited(ObjectRef sidecar, Optional<Verdict> verdict) {
        return new TaskResult(
                Code.Succeeded, "edited: " + verdict.map(Verdict::words).orElse("see " + sidecar));
    }

    /** Either way: only the sidecar tells. */
    private static TaskResult decidedBefore(ObjectRef sidecar, Optional<Verdict> verdict) {
        return verdict.map(found -> new TaskResult(
                        found.succeeded() ? Code.Succeeded : Code.PermanentFailure, "decided before: " + found.words()))
                .orElseGet(() -> new TaskResult(
                        Code.TemporaryFailure, "decided before, and its sidecar cannot be read now: " + sidecar));
    }

    private static TaskResult refused(Outcome.Refused refused, Optional<Verdict> verdict) {
        return impossible(
                "refused: " + verdict.map(Verdict::words).orElse(refused.reason() + "; see " + refused.sidecar()));
    }
}
