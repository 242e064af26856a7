package io.github.s3imageedit.pipeline;

import java.time.Duration;

/**
 * One run of the function.
 *
 * @param id by which its logs are found
 * @param timeLeft after which it is ended
 */
public record Invocation(String id, Duration timeLeft) {}
