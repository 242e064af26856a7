package io.github.s3imageedit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.SkipReason;
import io.github.s3imageedit.job.UploadEvent;
import io.github.s3imageedit.pipeline.Outcome.Cause;
import io.github.s3imageedit.pipeline.Outcome.Skipped;
import io.github.s3imageedit.pipeline.Outcome.Unavailable;
import io.github.s3imageedit.trigger.LookingStore;
import io.github.s3imageedit.trigger.Waits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Errands for which there is not time enough. */
@Timeout(20)
class EditCrewTimeTest {
    private static final Duration TIME = Duration.ofMillis(500);

    private final CountDownLatch end = new CountDownLatch(1);
    private final LookingStore store = new LookingStore(event -> {
        if (event.object().key().startsWith("hangs")) {
            Waits.until(end);
        }
        return event.object().key().startsWith("gone") ? Optional.empty() : LookingStore.untagged(event);
    });

    @AfterEach
    void letItEnd() {
        end.countDown();
    }

    private static Errand errand(String... keys) {
        return Errand.of(List.of(keys).stream()
                .map(key -> UploadEvent.now(ObjectRef.latest("inbox", key)))
                .toList());
    }

    private static Cause cause(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Unavailable.class);
        return ((Unavailable) outcome).cause();
    }

    @Test
    void whatHasNoEndInTimeIsHandedBackAlone() {
        List<Outcome> outcomes =
                store.crew(50).run(List.of(errand("hangs"), errand("a.png")), Invocation.of("invocation", TIME));

        assertThat(cause(outcomes.getFirst())).isEqualTo(Cause.MOMENT);
        assertThat(outcomes.getLast()).isEqualTo(new Skipped(SkipReason.ASKS_NOTHING));
    }

    @Test
    void answersBeforeTheInvocationIsEnded() {
        Duration second = Duration.ofSeconds(1);
        long start = System.nanoTime();

        assertThat(store.crew(50).run(List.of(errand("hangs")), Invocation.of("invocation", second)))
                .hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(second);
    }

    @Test
    void answersWhereThereIsNoTimeAtAll() {
        assertThat(cause(store.crew(50)
                        .run(List.of(errand("hangs")), Invocation.of("invocation", Duration.ZERO))
                        .getFirst()))
                .isIn(Cause.TIME, Cause.MOMENT);
    }

    @Test
    void whatFindsNoPlaceIsHandedBackUnbegun() {
        EditCrew crew = store.crew(1);
        Thread holder = Thread.ofVirtual()
                .start(() -> crew.run(List.of(errand("hangs")), Invocation.of("other", Duration.ofDays(1))));
        while (store.looked().isEmpty()) {
            Waits.shortly();
        }

        assertThat(crew.run(List.of(errand("a.png"), errand("b.png")), Invocation.of("invocation", TIME)))
                .allSatisfy(outcome -> assertThat(cause(outcome)).isEqualTo(Cause.TIME));
        assertThat(store.looked()).containsExactly("hangs");
        assertThat(holder.isAlive()).isTrue();
    }

    @Test
    void nothingMoreIsBegunOnceTheOutcomesAreTold() throws InterruptedException {
        List<Errand> errands = List.of(
                new Errand(errand("hangs").readings(), "lane", false),
                new Errand(errand("after.png").readings(), "lane", false),
                errand("hangs-and-gone", "other.png"));

        assertThat(store.crew(50).run(errands, Invocation.of("invocation", TIME)))
                .hasSize(3);
        end.countDown();
        TimeUnit.MILLISECONDS.sleep(50);
        assertThat(store.looked()).containsExactlyInAnyOrder("hangs", "hangs-and-gone");
    }

    @Test
    void aLongPauseOfTheMachineIsNoTimeToBegin() throws InterruptedException {
        EditCrew crew = store.crew(50);
        crew.run(
                List.of(
                        new Errand(errand("hangs").readings(), "lane", true),
                        new Errand(errand("after.png").readings(), "lane", true)),
                Invocation.of("invocation", TIME));
        TimeUnit.MILLISECONDS.sleep(100);
        end.countDown();

        assertThat(crew.run(List.of(errand("next.png")), Invocation.of("next", TIME)))
                .hasSize(1);
        assertThat(store.looked()).doesNotContain("after.png");
    }
}
