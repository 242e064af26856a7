package io.github.s3imageedit.edit;

import io.github.s3imageedit.job.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the endpoint, and asks again where that is free: while it refuses for the moment's sake, could not be reached, or
 * once with a key read anew. A call whose outcome is unknown is never repeated here.
 */
public final class EditCaller {
    private static final Logger LOG = LoggerFactory.getLogger(EditCaller.class);
    private static final int MAX_ATTEMPTS = 10;
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final int UNAUTHORIZED = 401;

    private final EditEndpoint endpoint;
    private final ApiKey key;
    private final Pause pause;
    private final DoubleSupplier random;
    private final Optional<Duration> longestCall;

    /**
     * A caller of one endpoint.
     *
     * @param random gives the jitter, from 0 to 1
     * @param longestCall bounds every single call
     */
    public EditCaller(
            EditEndpoint endpoint, ApiKey key, Pause pause, DoubleSupplier random, Optional<Duration> longestCall) {
        this.endpoint = endpoint;
        this.key = key;
        this.pause = pause;
        this.random = random;
        this.longestCall = longestCall;
    }

    /** Calls until there is an end, or the time is up; the journal hears of every call in its course. */
    public EditCall call(EditRequest request, CallJournal journal, PictureSink sink, CallTime time) {
        int calls = 0;
        boolean keyIsFresh = false;
        Deadline deadline = time.deadline();
        while (true) {
            Instant start = deadline.clock().instant();
            String used = key.value();
            EditReply reply = once(request, journal.begin(start), sink, time);
            Attempt attempt = Attempt.of(
                    reply, start, Duration.between(start, deadline.clock().instant()));
            calls++;
            if (!(reply instanceof EditReply.WithoutEffect failed)) {
                return new EditCall(reply, attempt);
            }
            journal.ended(attempt);
            boolean again = switch (failed) {
                case EditReply.Busy busy ->
                    waited(request, calls, busy.retryAfter(), time, busy.error().toString());
                case EditReply.Unreachable gone -> waited(request, calls, Optional.empty(), time, gone.message());
                case EditReply.Denied denied ->
                    !keyIsFresh && isStale(denied, used) && time.allowsCallAfter(Duration.ZERO);
            };
            if (!again) {
                return new EditCall(reply, attempt);
            }
            keyIsFresh |= reply instanceof EditReply.Denied;
        }
    }

    /** Neither the upload nor S3, which takes the journal's word, may leave a call less time than it needs. */
    private EditReply once(EditRequest request, Permit permit, PictureSink sink, CallTime time) {
        Permit inTime = new Permit(permit.trace(), () -> {
            permit.confirm().run();
            if (!time.allowsCallAfter(Duration.ZERO)) {
                throw new TooLateException();
            }
        });
        try {
            return endpoint.edit(request, inTime, sink, oneCall(time.deadline()));
        } catch (TooLateException e) {
            return new EditReply.Unreachable(
                    "too little time was left for its answer when all but the last bytes had been sent");
        }
    }

    /** Keeps a call's last bytes back from within an HTTP client. */
    private static final class TooLateException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Deadline oneCall(Deadline deadline) {
        return longestCall
                .filter(deadline::allows)
                .map(longest -> Deadline.in(longest, deadline.clock()))
                .orElse(deadline);
    }

    private boolean isStale(EditReply.Denied denied, String used) {
        return denied.error().status() == UNAUTHORIZED && key.refresh(used);
    }

    /** Waits before the next attempt, unless it would come too late. */
    private boolean waited(EditRequest request, int attempts, Optional<Duration> asked, CallTime time, String reason) {
        Duration wait = asked.filter(Duration::isPositive).map(this::withJitter).orElseGet(() -> backoff(attempts));
        if (attempts >= MAX_ATTEMPTS || !time.allowsCallAfter(wait)) {
            return false;
        }
        LOG.info(
                "{}: attempt {} failed ({}); the next follows in {} ms",
                request.object(),
                attempts,
                reason,
                wait.toMillis());
        pause.pause(wait);
        return true;
    }

    private Duration withJitter(Duration asked) {
        return asked.plusMillis((long) (random.getAsDouble() * Math.min(1000, asked.toMillis() / 10)));
    }

    private Duration backoff(int attempts) {
        long longest = Math.min(LONGEST_WAIT.toMillis(), FIRST_WAIT.toMillis() << (attempts - 1));
        return Duration.ofMillis((long) (longest * (0.5 + random.getAsDouble() / 2)));
    }
}
