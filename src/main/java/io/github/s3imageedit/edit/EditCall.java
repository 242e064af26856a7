package io.github.s3imageedit.edit;

/** An edit as it ended, after as many attempts as it took. */
public record EditCall(EditReply reply, Attempt lastAttempt) {}
