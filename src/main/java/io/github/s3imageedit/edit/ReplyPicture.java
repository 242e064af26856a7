package io.github.s3imageedit.edit;

import java.util.Optional;

/**
 * One entry of the reply's {@code data}.
 *
 * @param index from 0
 * @param link where to fetch it; empty: it came inline, and the sink has had it
 * @param revisedPrompt what the model made of the prompt, where it says so
 */
public record ReplyPicture(int index, Optional<String> link, Optional<String> revisedPrompt) {
    /** A link gives access: it stays out of logs. */
    @Override
    public String toString() {
        return "picture " + (index + 1) + (link.isPresent() ? " by link" : " inline");
    }
}
