package io.github.s3imageedit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.SkipReason;
import io.github.s3imageedit.job.Upload;
import io.github.s3imageedit.job.UploadEvent;
import io.github.s3imageedit.pipeline.Outcome.Cause;
import io.github.s3imageedit.pipeline.Outcome.Skipped;
import io.github.s3imageedit.pipeline.Outcome.Unavailable;
import io.github.s3imageedit.trigger.LookingStore;
import io.github.s3imageedit.trigger.Waits;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class EditCrewTest {
    private static final Duration TIME = Duration.ofMinutes(1);
    private static final Outcome NOTHING_ASKED = new Skipped(SkipReason.ASKS_NOTHING);
    private static final Outcome ABSENT = new Skipped(SkipReason.SUPERSEDED);

    private final LookingStore store = new LookingStore();

    private static UploadEvent upload(String key) {
        return UploadEvent.now(ObjectRef.latest("inbox", key));
    }

    /** One upload whose key may mean several things. */
    static Errand errand(String... keys) {
        return Errand.of(Arrays.stream(keys).map(EditCrewTest::upload).toList());
    }

    static Errand inLane(String lane, boolean strict, String key) {
        return new Errand(List.of(upload(key)), lane, strict);
    }

    private List<Outcome> run(Errand... errands) {
        return store.crew(50).run(List.of(errands), Invocation.of("invocation", TIME));
    }

    @Test
    void anErrandNamesAnObject() {
        assertThatThrownBy(() -> Errand.of(List.of())).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> new Errand(List.of(), "lane", true)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingToDoIsDone() {
        assertThat(run()).isEmpty();
    }

    @Test
    void uploadsAreSeenToBesideEachOther() {
        int count = 50;
        CountDownLatch met = new CountDownLatch(count);
        LookingStore meeting = new LookingStore(event -> {
            met.countDown();
            Waits.until(met);
            return LookingStore.untagged(event);
        });
        List<Errand> errands = IntStream.range(0, count)
                .mapToObj(number -> errand(number + ".png"))
                .toList();

        assertThat(meeting.crew(count).run(errands, Invocation.of("invocation", TIME)))
                .hasSize(count)
                .containsOnly(NOTHING_ASKED);
    }

    @Test
    void noMoreAreSeenToAtOnceThanThereArePlaces() {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        LookingStore counting = new LookingStore(event -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            Waits.shortly();
            atOnce.decrementAndGet();
            return LookingStore.untagged(event);
        });
        List<Errand> errands = IntStream.range(0, 40)
                .mapToObj(number -> errand(number + ".png"))
                .toList();

        assertThat(counting.crew(4).run(errands, Invocation.of("invocation", TIME)))
                .hasSize(40);
        assertThat(most.get()).isBetween(2, 4);
        assertThat(counting.looked()).hasSize(40);
    }

    @Test
    void outcomesComeInTheOrderOfTheErrands() {
        List<Outcome> outcomes = run(
                errand("gone.png"),
                errand("a.png"),
                errand("trouble.png"),
                errand("a.png"),
                errand("gone.png"),
                errand("b.png"));

        assertThat(outcomes)
                .extracting(outcome -> outcome instanceof Skipped skipped ? skipped.reason() : "unavailable")
                .containsExactly(
                        SkipReason.SUPERSEDED,
                        SkipReason.ASKS_NOTHING,
                        "unavailable",
                        SkipReason.ASKS_NOTHING,
                        SkipReason.SUPERSEDED,
                        SkipReason.ASKS_NOTHING);
    }

    @Test
    void aLaneKeepsItsOrderAndRunsBesideOthers() {
        CountDownLatch other = new CountDownLatch(1);
        LookingStore waiting = new LookingStore(event -> {
            if (event.object().key().equals("a1")) {
                Waits.until(other);
            } else if (event.object().key().equals("b1")) {
                other.countDown();
            }
            return LookingStore.untagged(event);
        });
        List<Errand> errands = List.of(
                inLane("a", false, "a1"), inLane("a", true, "a2"), inLane("a", true, "a3"), inLane("b", true, "b1"));

        assertThat(waiting.crew(50).run(errands, Invocation.of("invocation", TIME)))
                .hasSize(4);
        assertThat(waiting.looked()).filteredOn(key -> key.startsWith("a")).containsExactly("a1", "a2", "a3");
    }

    @Test
    void aStrictLaneIsHeldUpForTheReasonOfItsFirstFailure() {
        List<Outcome> outcomes = run(
                inLane("a", true, "a.png"),
                inLane("a", true, "trouble.png"),
                inLane("a", true, "b.png"),
                inLane("a", true, "c.png"),
                inLane("b", true, "d.png"));

        assertThat(outcomes.get(0)).isEqualTo(NOTHING_ASKED);
        assertThat(outcomes.subList(1, 4))
                .allSatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                Unavailable.class,
                                end -> assertThat(end.cause()).isEqualTo(Cause.OURS)));
        assertThat(outcomes.get(4)).isEqualTo(NOTHING_ASKED);
        assertThat(store.looked()).containsExactlyInAnyOrder("a.png", "trouble.png", "d.png");
    }

    @Test
    void anotherLaneGoesOnAfterAFailure() {
        List<Outcome> outcomes = run(inLane("a", false, "trouble.png"), inLane("a", false, "b.png"));

        assertThat(outcomes.getFirst()).isInstanceOf(Unavailable.class);
        assertThat(outcomes.getLast()).isEqualTo(NOTHING_ASKED);
    }

    @Test
    void theFirstReadingThatIsThereCounts() {
        assertThat(run(errand("gone.png", "a.png", "b.png"))).containsExactly(NOTHING_ASKED);
        assertThat(store.looked()).containsExactly("gone.png", "a.png");
    }

    @Test
    void whatIsThereInNoReadingIsAbsent() {
        assertThat(run(errand("gone.png"))).containsExactly(ABSENT);
        assertThat(run(errand("gone.png", "gone.png.mask.png"))).containsExactly(ABSENT);
        assertThat(run(errand("gone.png.mask.png", "gone.png"))).containsExactly(ABSENT);
        assertThat(run(errand("gone.png.mask.png"))).containsExactly(new Skipped(SkipReason.SIDE_FILE_ALONE));
    }

    @Test
    void troubleEndsTheSearchForAnotherReading() {
        assertThat(run(errand("trouble.png", "a.png")).getFirst()).isInstanceOf(Unavailable.class);
        assertThat(store.looked()).containsExactly("trouble.png");
    }

    @Test
    void anOwnOutputEndsTheSearchForAnotherReading() {
        UploadEvent output = UploadEvent.now(ObjectRef.latest("outbox", "a+b.png"));

        assertThat(run(Errand.of(List.of(output, upload("a b.png")))))
                .containsExactly(new Skipped(SkipReason.OWN_OUTPUT));
        assertThat(store.looked()).isEmpty();
    }

    @Test
    void unforeseenTroubleIsOneObjectsAlone() {
        List<Outcome> outcomes = run(errand("trouble.png"), errand("a.png"));

        assertThat(outcomes.getFirst())
                .isEqualTo(new Unavailable(Cause.OURS, "failed unexpectedly (IllegalStateException)"));
        assertThat(outcomes.getLast()).isEqualTo(NOTHING_ASKED);
    }

    @Test
    void anErrorOfTheMachineIsOneObjectsAlone() {
        for (Error error : new Error[] {new OutOfMemoryError("heap"), new StackOverflowError(), new AssertionError()}) {
            LookingStore failing = new LookingStore(event -> failing(event, error));
            EditCrew crew = failing.crew(1);

            List<Outcome> outcomes = crew.run(
                    List.of(errand("bad.png"), errand("a.png"), errand("b.png")), Invocation.of("invocation", TIME));
            assertThat(outcomes.getFirst()).isInstanceOf(Unavailable.class);
            assertThat(outcomes.subList(1, 3)).containsOnly(NOTHING_ASKED);
            assertThat(crew.run(List.of(errand("c.png")), Invocation.of("next", TIME)))
                    .containsExactly(NOTHING_ASKED);
        }
    }

    private static Optional<Upload> failing(UploadEvent event, Error error) {
        if (event.object().key().equals("bad.png")) {
            throw error;
        }
        return LookingStore.untagged(event);
    }

    @Test
    void anInvocationThatIsEndedHandsBack() {
        CountDownLatch never = new CountDownLatch(1);
        LookingStore hanging = new LookingStore(event -> {
            Waits.until(never);
            return Optional.empty();
        });
        Thread.currentThread().interrupt();

        assertThat(hanging.crew(1)
                        .run(List.of(errand("a.png")), Invocation.of("invocation", TIME))
                        .getFirst())
                .isInstanceOf(Unavailable.class);
        assertThat(Thread.interrupted()).isTrue();
        never.countDown();
    }
}
