package io.github.s3imageedit.edit;

import java.util.List;

/** An edit as it ended, after as many attempts as it took. */
public record EditCall(EditReply reply, List<Attempt> attempts) {
    public EditCall {
        attempts = List.copyOf(attempts);
    }
}
