package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.edit.Pause;
import io.github.s3imageedit.job.Deadline;
import io.github.s3imageedit.store.StoreException;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Repeats what S3 refuses for the moment as long as there is time: what has been paid for is worth it. */
record Insistence(Pause pause, Deadline deadline) {
    private static final Duration WAIT = Duration.ofSeconds(1);

    /** @throws StoreException if it was in vain to the end, or cannot help */
    <T> T on(Supplier<T> step) {
        return on(step, StoreException::isOurs);
    }

    /**
     * For what is lost where it is not taken now: a permission may come back, too.
     *
     * @throws StoreException if it was in vain to the end
     */
    <T> T onLastChance(Supplier<T> step) {
        return on(step, failure -> false);
    }

    private <T> T on(Supplier<T> step, Predicate<StoreException> hopeless) {
        while (true) {
            try {
                return step.get();
            } catch (StoreException e) {
                if (hopeless.test(e) || !deadline.allows(WAIT)) {
                    throw e;
                }
                pause.pause(WAIT);
            }
        }
    }
}
