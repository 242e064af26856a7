package io.github.s3imageedit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.s3imageedit.edit.Permit;
import io.github.s3imageedit.ledger.MemoryStore.Fate;
import io.github.s3imageedit.store.StoreException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a holder writes, when, and what it holds back. */
final class HoldTest {
    private static final Duration TICK = Duration.ofMillis(1);
    private static final Duration RENEWAL = Duration.ofSeconds(20);

    private final Scene scene = new Scene();
    private final Hold hold = scene.granted("holder");

    @Test
    void isRenewedEveryTwentySecondsAndNotBefore() {
        for (int renewals = 1; renewals < 100; renewals++) {
            scene.time.pass(RENEWAL.minus(TICK));
            assertThat(scene.writes()).isEqualTo(renewals);
            scene.time.pass(TICK);
            assertThat(scene.writes()).isEqualTo(renewals + 1);
        }
        assertThat(scene.time.waiting()).isEqualTo(1);
    }

    @Test
    void isRenewedTwentySecondsAfterItsLastWrite() {
        scene.time.pass(Duration.ofSeconds(15));
        hold.write();
        scene.time.pass(RENEWAL.minus(TICK));
        assertThat(scene.writes()).isEqualTo(2);
        scene.time.pass(TICK);
        assertThat(scene.writes()).isEqualTo(3);
    }

    @Test
    void triesAFailedRenewalAgainAfterTwoSeconds() {
        scene.store.script(Fate.REFUSED, Fate.REFUSED);
        scene.time.pass(RENEWAL);
        assertThat(scene.writes()).isEqualTo(2);
        scene.time.pass(Duration.ofSeconds(2));
        assertThat(scene.writes()).isEqualTo(3);
        scene.time.pass(Duration.ofSeconds(2));
        assertThat(scene.writes()).isEqualTo(4);
        scene.time.pass(RENEWAL.minus(TICK));
        assertThat(scene.writes()).isEqualTo(4);
    }

    @Test
    void isHeardOfAgainAfterAnythingUnforeseen() {
        scene.store.beforeNextWrite(() -> {
            throw new OutOfMemoryError("made by a test");
        });
        assertThatThrownBy(() -> scene.time.pass(RENEWAL)).isInstanceOf(OutOfMemoryError.class);
        assertThat(scene.writes()).isEqualTo(1);
        scene.time.pass(Duration.ofSeconds(2));

        assertThat(scene.writes()).isEqualTo(2);
    }

    /** S3's clock counts from when it took the write: whoever waits might take the call over as soon as it is out. */
    @Test
    void writesAgainThatACallGoesOutWhereItHeardOfItLate() {
        Permit permit = hold.begin(SimulatedTime.START);
        scene.time.killAll();
        scene.store.beforeNextWrite(() -> scene.time.pass(Duration.ofSeconds(60)));
        permit.confirm().run();

        assertThat(scene.writes()).isEqualTo(3);
        assertThat(scene.standing().stage()).isInstanceOf(Stage.Sent.class);
    }

    @Test
    void tellsWhenGivenBackHowLongACallHadBeenFollowed() {
        scene.send(hold);
        scene.time.pass(Duration.ofSeconds(45));
        hold.close();

        assertThat(scene.standing().stage())
                .isEqualTo(new Stage.Sent(new SentCall(1, SimulatedTime.START, Duration.ofSeconds(45))));
    }

    @ParameterizedTest
    @EnumSource(names = {"TAKEN_BUT_DENIED", "TAKEN_BUT_SILENT", "LATE"})
    void survivesRenewalsWhoseRepliesAreLost(Fate fate) {
        scene.store.script(fate);
        scene.time.pass(RENEWAL);
        scene.store.arrive();
        scene.time.pass(Duration.ofMinutes(2));
        hold.write();

        assertThat(scene.standing().holder()).contains("holder");
    }

    /** S3 may keep silent for as long as the invocation lasts, and the work must go on meanwhile. */
    @Test
    void tellsWhatIsKnownWhileAWriteIsUnderWay() {
        AtomicReference<Stage> seen = new AtomicReference<>();
        scene.store.beforeNextWrite(() -> {
            CompletableFuture.runAsync(() -> hold.answered(Scene.UNREACHABLE, Scene.RECEIPT))
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join();
            seen.set(hold.stage());
        });
        scene.time.pass(RENEWAL);

        assertThat(seen.get()).isInstanceOf(Stage.Received.class);
        assertThat(hold.stage()).isInstanceOf(Stage.Received.class);
        assertThat(scene.standing().stage()).isInstanceOf(Stage.Open.class);
        hold.write();
        assertThat(scene.standing().stage()).isInstanceOf(Stage.Received.class);
    }

    @Test
    void isNotRenewedOnceItIsClosedOrSettled() {
        hold.close();
        Hold second = scene.granted("second");
        second.settle();
        second.close();
        int writes = scene.writes();
        scene.time.pass(Duration.ofMinutes(10));

        assertThat(scene.writes()).isEqualTo(writes);
        assertThat(scene.time.waiting()).isZero();
    }

    /** The renewal of a call's end runs beside the work, and may come to its turn when all is over. */
    @Test
    void isNotRenewedByAWriteAfterItWasClosed() {
        hold.settle();
        hold.write();
        scene.time.pass(Duration.ofMinutes(10));

        assertThat(scene.time.waiting()).isZero();
        assertThat(scene.writes()).isEqualTo(2);
    }

    @Test
    void isGivenBackOnce() {
        hold.close();
        hold.close();

        assertThat(scene.writes()).isEqualTo(2);
    }

    static Stream<Stage> stages() {
        return Entries.stages();
    }

    @ParameterizedTest
    @MethodSource("stages")
    void isGivenBackInTheStageThatWasReached(Stage stage) {
        scene.store.delete(Scene.OBJECT);
        scene.file("earlier.1").create(LedgerEntry.claimed("earlier").at(stage).released());
        Hold next = scene.granted("next");
        next.close();

        assertThat(scene.standing().stage()).isEqualTo(stage);
        assertThat(scene.standing().holder()).isEmpty();
    }

    @Test
    void writesBeforeACallsLastBytesAndNotBefore() {
        Permit permit = hold.begin(SimulatedTime.START);
        assertThat(scene.writes()).isEqualTo(1);
        permit.confirm().run();

        assertThat(scene.standing().stage())
                .isEqualTo(new Stage.Sent(new SentCall(1, SimulatedTime.START, Duration.ZERO)));
        scene.time.pass(RENEWAL);
        assertThat(scene.standing().stage()).isEqualTo(new Stage.Sent(new SentCall(1, SimulatedTime.START, RENEWAL)));
    }

    @Test
    void keepsTheLastBytesBackWhereTheEditIsInOtherHands() {
        Permit permit = hold.begin(SimulatedTime.START);
        scene.time.killAll();
        scene.granted("other");

        assertThatThrownBy(permit.confirm()::run).isInstanceOf(LostHoldException.class);
        hold.close();
        assertThat(scene.standing().holder()).contains("other");
        assertThat(scene.standing().stage()).isInstanceOf(Stage.Open.class);
    }

    @Test
    void keepsTheLastBytesBackWhereTheObjectWasDeleted() {
        scene.store.delete(Scene.OBJECT);

        assertThatThrownBy(() -> scene.send(hold)).isInstanceOf(LostHoldException.class);
        hold.close();
        assertThat(scene.file("reader").read()).isEmpty();
    }

    @Test
    void keepsTheLastBytesBackWhereTheObjectCannotBeRead() {
        scene.store.put(Scene.OBJECT, "junk");

        assertThatThrownBy(() -> scene.send(hold)).isInstanceOf(UnreadableLedgerException.class);
        scene.time.pass(Duration.ofMinutes(1));
        hold.close();
    }

    /** Whatever the write's fate was: the bytes were kept back, and the next delivery may call for free. */
    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "TAKEN_BUT_SILENT", "LATE"})
    void saysThatNoCallIsOutWhereItKeptTheLastBytesBack(Fate fate) {
        scene.store.script(fate);
        scene.store.failReads(1);
        assertThatThrownBy(() -> scene.send(hold)).isInstanceOf(StoreException.class);
        scene.store.beforeNextWrite(scene.store::arrive);
        hold.close();

        assertThat(scene.standing().stage()).isInstanceOf(Stage.Open.class);
        assertThat(scene.standing().holder()).isEmpty();
    }

    @Test
    void writesAtOnceThatACallHasEnded() {
        scene.send(hold);
        hold.ended(Scene.UNREACHABLE);

        assertThat(scene.standing().stage()).isInstanceOf(Stage.Open.class);
        assertThat(scene.standing().history().attempts()).containsExactly(Scene.UNREACHABLE);
        assertThat(scene.standing().history().calls()).isEqualTo(1);
    }

    @Test
    void needsNoWriteForTheEndOfACallThatNeverWasSent() {
        hold.begin(SimulatedTime.START);
        hold.ended(Scene.UNREACHABLE);
        assertThat(scene.writes()).isEqualTo(1);
        hold.close();

        assertThat(scene.standing().history().attempts()).containsExactly(Scene.UNREACHABLE);
    }

    @Test
    void triesAgainToWriteThatACallHasEnded() {
        scene.send(hold);
        scene.store.script(Fate.REFUSED);
        hold.ended(Scene.UNREACHABLE);
        assertThat(scene.standing().stage()).isInstanceOf(Stage.Sent.class);
        scene.time.pass(Duration.ofSeconds(2));

        assertThat(scene.standing().stage()).isInstanceOf(Stage.Open.class);
    }

    @Test
    void countsLostCallsUntilTheEditBeginsAnew() {
        scene.send(hold);
        hold.lost(Scene.UNKNOWN);
        scene.send(hold);
        assertThat(scene.standing().history()).isEqualTo(new History(2, 1, java.util.List.of(Scene.UNKNOWN)));
        hold.lost(Scene.UNKNOWN);
        hold.failed(new Stage.Failed("code", "{}"));
        hold.reopen();
        hold.close();

        assertThat(scene.standing().stage()).isInstanceOf(Stage.Open.class);
        assertThat(scene.standing().history().lost()).isZero();
        assertThat(scene.standing().history().calls()).isEqualTo(2);
        assertThat(scene.standing().history().attempts()).hasSize(2);
    }

    @Test
    void holdsNothingAgainstAnotherCallThatTheRecordsClear() {
        scene.send(hold);
        hold.cleared(Scene.UNREACHABLE);
        hold.close();

        assertThat(scene.standing().history().lost()).isZero();
        assertThat(scene.standing().stage()).isInstanceOf(Stage.Open.class);
    }

    @Test
    void namesEveryCallDifferentlyAndTheSameOneAlike() {
        Permit first = hold.begin(SimulatedTime.START);
        scene.time.killAll();
        Hold next = scene.granted("next");
        Permit again = next.begin(SimulatedTime.START.plusSeconds(100));
        again.confirm().run();
        next.ended(Scene.UNREACHABLE);
        Permit second = next.begin(SimulatedTime.START.plusSeconds(200));

        assertThat(again.trace()).isEqualTo(first.trace()).isEqualTo(next.trace(1));
        assertThat(second.trace()).isEqualTo(next.trace(2)).isNotEqualTo(first.trace());
        assertThat(second.trace().parentId()).isNotEqualTo(first.trace().parentId());
    }
}
