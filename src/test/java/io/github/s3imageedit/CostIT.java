package io.github.s3imageedit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.testing.Deployment;
import io.github.s3imageedit.testing.Samples;
import io.github.s3imageedit.testing.endpoint.Fault;
import io.github.s3imageedit.testing.s3.EmbeddedS3Backend;
import io.github.s3imageedit.testing.s3.EventSubscription;
import io.github.s3imageedit.testing.s3.Moment;
import io.github.s3imageedit.testing.s3.Operation;
import io.github.s3imageedit.testing.s3.RequestHook.Then;
import io.github.s3imageedit.testing.s3.S3Call;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What an edit costs at S3: requests, for their bytes cost nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CostIT {
    private static final String LEASE = "s3-image-edit.lease-seconds";
    private static final int RENEWAL_SECONDS = 2;
    private static final int MOST_WRITES = 5;
    private static final int MOST_READS = 5;

    private final EmbeddedS3Backend s3 = new EmbeddedS3Backend();
    private Deployment deployment;

    @BeforeEach
    void deploy() throws IOException {
        System.setProperty(LEASE, Integer.toString(4 * RENEWAL_SECONDS));
        deployment = Deployment.on(s3);
    }

    @AfterEach
    void close() throws IOException {
        System.clearProperty(LEASE);
        deployment.close();
    }

    @AfterAll
    void closeS3() {
        s3.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"url", "b64_json"})
    void takesFiveWritesAndFiveReads(String form) throws IOException {
        String event = upload(form);
        deployment.endpoint().script(Fault.delay(Duration.ofSeconds(1)));

        List<S3Call> calls = callsOf(event, "an edit by " + form);

        assertThat(writes(calls)).isLessThanOrEqualTo(MOST_WRITES);
        assertThat(reads(calls)).isLessThanOrEqualTo(MOST_READS);
    }

    @Test
    void renewsByOneWriteEach() throws IOException {
        String event = upload("url");
        deployment.endpoint().script(Fault.delay(Duration.ofSeconds(3 * RENEWAL_SECONDS + 1)));

        List<S3Call> calls = callsOf(event, "an edit of three renewals");

        // On a busy machine one may come too late for the third.
        assertThat(writes(calls)).isBetween(MOST_WRITES + 2L, MOST_WRITES + 3L);
        assertThat(reads(calls)).isLessThanOrEqualTo(MOST_READS);
    }

    /** Its claim is refused: a request, but no write. */
    @Test
    void changesNothingForADuplicate() throws IOException {
        String event = upload("url");
        deployment.deliver(event);
        List<S3Object> before = objects();

        List<S3Call> calls = callsOf(event, "a duplicate");

        assertThat(objects()).isEqualTo(before);
        assertThat(calls).filteredOn(CostIT::isWrite).singleElement().matches(CostIT::isClaim);
        assertThat(reads(calls)).isLessThanOrEqualTo(MOST_READS);
    }

    @Test
    void looksForTheSidecarWhileTheClaimIsUnderWay() throws IOException {
        assertThat(comesDuring(CostIT::isClaim, CostIT::isCheck)).isTrue();
    }

    @Test
    void claimsWhileTheSidecarIsLookedFor() throws IOException {
        assertThat(comesDuring(CostIT::isCheck, CostIT::isClaim)).isTrue();
    }

    private static boolean isClaim(S3Call call) {
        return isWrite(call)
                && call.key().startsWith(".ledger/")
                && call.header("if-none-match").isPresent();
    }

    private static boolean isCheck(S3Call call) {
        return call.operation() == Operation.GET_OBJECT && call.key().endsWith(".json");
    }

    private boolean comesDuring(Predicate<S3Call> held, Predicate<S3Call> other) throws IOException {
        CountDownLatch seen = new CountDownLatch(1);
        AtomicBoolean came = new AtomicBoolean();
        String event = upload("url");
        EventSubscription watch = s3.s3().onRequest(other, Moment.BEFORE, call -> {
            seen.countDown();
            return Then.GO_ON;
        });
        EventSubscription hold = s3.s3().onRequest(held, Moment.BEFORE, call -> {
            came.set(isReached(seen));
            return Then.GO_ON;
        });
        deployment.deliver(event);
        watch.close();
        hold.close();
        return came.get();
    }

    private static boolean isReached(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String upload(String form) {
        deployment.upload("cost.png", Samples.png(40, 30), Map.of("prompt", "add a hat", "response_format", form));
        return deployment.nextEvent();
    }

    private List<S3Call> callsOf(String event, String name) throws IOException {
        s3.s3().forgetRequests();
        deployment.deliver(event);
        List<S3Call> calls = s3.s3().requests();
        System.out.println(name + ": " + writes(calls) + " writes, " + reads(calls) + " reads");
        calls.forEach(call -> System.out.println("  " + call.operation() + " " + call.key()));
        return calls;
    }

    private static boolean isWrite(S3Call call) {
        return call.operation() == Operation.PUT_OBJECT;
    }

    private static long writes(List<S3Call> calls) {
        return calls.stream().filter(CostIT::isWrite).count();
    }

    private static long reads(List<S3Call> calls) {
        return calls.size() - writes(calls);
    }

    private List<S3Object> objects() {
        return s3.client().listObjectsV2Paginator(request -> request.bucket(deployment.outbox())).contents().stream()
                .toList();
    }
}
