package io.github.s3imageedit.testing.s3;

import static io.github.s3imageedit.testing.s3.S3Contract.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.testing.s3.RequestHook.Then;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.sync.RequestBody;

/** Hooks around requests, and faults that strike one request of many. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedS3HookIT implements S3Contract {
    private static final Predicate<S3Call> PUT = call -> call.operation() == Operation.PUT_OBJECT;

    private final EmbeddedS3Backend backend = new EmbeddedS3Backend();
    private final EmbeddedS3 s3 = backend.s3();
    private final String bucket = newBucket();
    private final List<EventSubscription> hooks = new ArrayList<>();

    @Override
    public S3Backend backend() {
        return backend;
    }

    @AfterEach
    void forget() {
        hooks.forEach(EventSubscription::close);
        s3.faults().clear();
    }

    @AfterAll
    void close() {
        backend.close();
    }

    private void hook(Predicate<S3Call> which, Moment moment, RequestHook hook) {
        hooks.add(s3.onRequest(which, moment, hook));
    }

    private boolean isThere(String key) {
        return client().listObjectsV2(request -> request.bucket(bucket).prefix(key)).contents().stream()
                .anyMatch(object -> object.key().equals(key));
    }

    @Test
    void callsBeforeAnythingIsDoneAndAfterAllIs() {
        List<String> seen = new ArrayList<>();
        for (Moment moment : Moment.values()) {
            hook(PUT, moment, call -> {
                seen.add(moment + " " + call.bucket() + "/" + call.key() + " by " + call.client() + ": "
                        + isThere(call.key()));
                return Then.GO_ON;
            });
        }
        String etag = put(bucket, "cat.png", "cat").eTag();

        String request = " " + bucket + "/cat.png by embedded: ";
        assertThat(seen).containsExactly("BEFORE" + request + "false", "AFTER" + request + "true");
        assertThat(client().headObject(head -> head.bucket(bucket).key("cat.png"))
                        .eTag())
                .isEqualTo(etag);
    }

    @Test
    void cutsBeforeOrAfter() {
        // The SDK comes again, and finds what its first try did or did not do.
        List<Boolean> there = new ArrayList<>();
        hook(PUT, Moment.BEFORE, call -> {
            there.add(isThere(call.key()));
            return there.size() == 1 ? Then.CUT : Then.GO_ON;
        });
        hook(PUT, Moment.AFTER, call -> there.size() == 2 ? Then.CUT : Then.GO_ON);
        put(bucket, "cut.png", "cat");

        assertThat(there).containsExactly(false, false, true);
    }

    @Test
    void holdsRepliesOfAllKindsWithoutChangingThem() {
        put(bucket, "digits", "0123456789");
        put(bucket, "empty", "");
        hook(call -> true, Moment.AFTER, call -> Then.GO_ON);

        assertThat(text(bucket, "digits")).isEqualTo("0123456789");
        assertThat(text(bucket, "empty")).isEmpty();
        assertThat(client().headObject(head -> head.bucket(bucket).key("digits"))
                        .contentLength())
                .isEqualTo(10);
        assertThat(tags(bucket, "digits")).isEmpty();
        assertRefused(404, "NoSuchKey", () -> text(bucket, "nothing"));
        assertRefused(
                412,
                "PreconditionFailed",
                () -> client().putObject(
                                put -> put.bucket(bucket).key("digits").ifNoneMatch("*"), RequestBody.fromString("")));
    }

    @Test
    void stopsWhenTakenAway() {
        List<S3Call> seen = new ArrayList<>();
        EventSubscription hook = s3.onRequest(PUT, Moment.BEFORE, call -> {
            seen.add(call);
            return Then.GO_ON;
        });
        put(bucket, "seen.png", "cat");
        hook.close();
        put(bucket, "unseen.png", "cat");

        assertThat(seen).extracting(S3Call::key).containsExactly("seen.png");
    }

    @Test
    void failsTheOneThatIsNumbered() {
        s3.faults().only(2, PUT.and(call -> call.client().equals("embedded")), Fault.conflict());
        put(bucket, "first.png", "cat");
        assertRefused(409, "ConditionalRequestConflict", () -> put(bucket, "second.png", "cat"));
        put(bucket, "third.png", "cat");

        assertThat(isThere("second.png")).isFalse();
    }

    @Test
    void delaysRepliesOfWhatIsDone() throws InterruptedException {
        s3.faults().next(Operation.PUT_OBJECT, new Fault.DelayReply(Duration.ofSeconds(2)));
        Thread slow = Thread.ofVirtual().start(() -> put(bucket, "slow.png", "cat"));

        assertThat(slow.join(Duration.ofSeconds(1))).isFalse();
        assertThat(isThere("slow.png")).isTrue();
        assertThat(slow.join(Duration.ofSeconds(10))).isTrue();
    }
}
