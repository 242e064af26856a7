package io.github.s3imageedit.result;

import java.time.Duration;
import java.util.Optional;

/**
 * How long an edit took.
 *
 * @param queued from the upload to the start of the work
 * @param decide until it was clear what is to be done
 * @param edit the paid calls, pauses included
 * @param store fetching and storing the results, as far as that was not done during the call
 * @param total of all but the queueing
 */
public record Timings(Optional<Duration> queued, Duration decide, Duration edit, Duration store, Duration total) {}
