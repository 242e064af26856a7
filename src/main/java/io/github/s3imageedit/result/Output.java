package io.github.s3imageedit.result;

import io.github.s3imageedit.job.Picture;
import java.util.Optional;

/** An edited picture as it stands in the output bucket. */
public record Output(Picture picture, String sha256, Optional<String> revisedPrompt) {
    /** The same picture, with what the model made of the prompt. */
    public Output withRevisedPrompt(Optional<String> words) {
        return new Output(picture, sha256, words);
    }
}
