package io.github.s3imageedit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.s3imageedit.ledger.MemoryStore.Fate;
import io.github.s3imageedit.store.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whose turn it is, while clocks differ and holders die. */
final class TurnTest {
    private static final Duration LEASE = Duration.ofSeconds(75);
    private static final Duration RECOGNISED = Duration.ofSeconds(90);

    private static final Stage OPEN = new Stage.Open();

    private final Scene scene = new Scene();

    @ParameterizedTest
    @CsvSource({"0, 0", "300, -300", "-300, 300", "300, 300", "0, 300", "0, -300"})
    void leavesALiveHolderAloneWhateverTheClocksSay(long holders, long others) {
        Hold hold = Scene.granted(scene.enter("holder", Duration.ofSeconds(holders), Scene.AMPLE));
        scene.send(hold);

        assertThat(scene.enter("other", Duration.ofSeconds(others), Scene.AMPLE))
                .isInstanceOf(Admission.Elsewhere.class);
        hold.write();
        assertThat(scene.standing().holder()).contains("holder");
        assertThat(scene.store.asked())
                .noneMatch(text -> text.contains("\"holder\":\"other\"") && text.contains("sent"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "300, -300, 0", "-300, 300, 0", "300, 0, 7.31", "0, -300, 50", "0, 300, 74"})
    void recognisesADeadHolderInTime(long holders, long others, double later) {
        Hold hold = Scene.granted(scene.enter("holder", Duration.ofSeconds(holders), Scene.AMPLE));
        scene.send(hold);
        scene.time.killAll();
        scene.time.pass(Duration.ofMillis((long) (later * 1000)));

        Hold next = Scene.granted(scene.enter("other", Duration.ofSeconds(others), Scene.AMPLE));

        assertThat(scene.time.passed()).isBetween(LEASE, RECOGNISED);
        assertThat(next.stage()).isInstanceOf(Stage.Sent.class);
        assertThatThrownBy(hold::write).isInstanceOf(LostHoldException.class);
    }

    @Test
    void goesByItsOwnWaitingWhereTheStoreTellsNoAge() {
        scene.store.tellNoAge();
        Hold hold = scene.granted("holder");
        scene.time.pass(Duration.ofHours(1));
        assertThat(scene.enter("other")).isInstanceOf(Admission.Elsewhere.class);
        hold.write();
        scene.time.killAll();
        scene.time.pass(Duration.ofHours(1));
        Duration before = scene.time.passed();

        Scene.granted(scene.enter("third"));

        assertThat(scene.time.passed().minus(before)).isBetween(LEASE, RECOGNISED);
    }

    /** A queue's batch is not to be kept open for a holder that lives; a dead one is recognised all the same. */
    @Test
    void waitsNoLongerThanItsPatience() {
        Duration patience = Duration.ofSeconds(100);
        Hold hold = scene.granted("holder");
        assertThat(scene.enterPatiently("other", patience)).isInstanceOf(Admission.Elsewhere.class);
        assertThat(scene.time.passed()).isBetween(LEASE, patience);

        hold.write();
        scene.time.killAll();

        Scene.granted(scene.enterPatiently("third", patience));
    }

    @Test
    void waitsLongerEachTimeUpToABound() {
        scene.granted("holder");
        scene.time.killAll();
        scene.granted("other");

        List<Duration> pauses = scene.time.pauses();
        assertThat(pauses.getFirst()).isEqualTo(Duration.ofMillis(250));
        assertThat(pauses).isSorted();
        assertThat(pauses.get(1)).isGreaterThan(pauses.getFirst());
        assertThat(pauses.getLast()).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "1.2", "1.3", "2", "10", "60"})
    void saysElsewhereWhileThereIsStillTime(double seconds) {
        scene.granted("holder");
        Duration patience = Duration.ofMillis((long) (seconds * 1000));
        int writes = scene.writes();

        assertThat(scene.enter("other", Duration.ZERO, patience)).isInstanceOf(Admission.Elsewhere.class);

        assertThat(scene.time.passed()).isLessThanOrEqualTo(patience);
        assertThat(scene.store.asked().subList(writes + 1, scene.writes())).noneMatch(text -> text.contains("other"));
    }

    @Test
    void stopsWaitingOnceTheSidecarStands() {
        scene.granted("holder");
        scene.time.after(Duration.ofSeconds(30), scene.results::settle);

        assertThat(scene.enter("other")).isInstanceOf(Admission.Settled.class);
        assertThat(scene.time.passed()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(35));
        assertThat(scene.standing().holder()).contains("holder");
    }

    @Test
    void gathersNoClaimOfWhatIsDecided() {
        scene.results.settle();

        assertThat(scene.enter("other")).isInstanceOf(Admission.Settled.class);
        assertThat(scene.standing().holder()).isEmpty();
        assertThat(scene.time.waiting()).isZero();
    }

    /** Whoever deletes a failed sidecar wants the edit to begin anew, and a kill behind the sidecar must not prevent that. */
    @Test
    void takesBackAVerdictWhoseSidecarStands() {
        Stage.Failed verdict = new Stage.Failed("code", "{}");
        LedgerEntry lost = new LedgerEntry(Optional.of("dead"), new History(2, 2, List.of()), verdict);
        scene.file("dead.1").create(lost);
        scene.results.settle();

        assertThat(scene.enter("other")).isInstanceOf(Admission.Settled.class);
        assertThat(scene.standing()).isEqualTo(new LedgerEntry(Optional.empty(), new History(2, 0, List.of()), OPEN));
        assertThat(scene.time.waiting()).isZero();
        assertThat(scene.time.passed()).isZero();
    }

    @Test
    void skipsWhatIsDecidedThoughItsVerdictCannotBeTakenBack() {
        scene.file("dead.1").create(LedgerEntry.claimed("dead").at(new Stage.Failed("code", "{}")));
        scene.results.settle();
        scene.store.script(Fate.TAKEN, Fate.REFUSED);

        assertThat(scene.enter("other")).isInstanceOf(Admission.Settled.class);
    }

    @Test
    void leavesTheReceiptOfADecidedEditAlone() {
        Hold hold = scene.granted("holder");
        hold.answered(Scene.UNKNOWN, Scene.RECEIPT);
        hold.write();
        hold.settle();
        scene.results.settle();
        LedgerEntry before = scene.standing();

        assertThat(scene.enter("other")).isInstanceOf(Admission.Settled.class);
        assertThat(scene.standing()).isEqualTo(before);
    }

    @Test
    void looksAgainForTheSidecarOnceItHasTakenAReleasedEdit() {
        scene.granted("holder").close();
        scene.results.settleAfter(2);

        assertThat(scene.enter("other")).isInstanceOf(Admission.Settled.class);
        assertThat(scene.standing().holder()).isEmpty();
        assertThat(scene.time.waiting()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0", "1"})
    void givesBackWhatItTookWhereNobodyCanTellWhetherItIsDecided(int looks) {
        if (looks > 0) {
            scene.granted("holder").close();
        }
        scene.results.failAfter(looks * 2);

        assertThatThrownBy(() -> scene.enter("other")).isInstanceOf(StoreException.class);
        assertThat(scene.standing().holder()).isEmpty();
        assertThat(scene.time.waiting()).isZero();
    }

    @Test
    void takesAReleasedEditAtOnceInTheStageItReached() {
        Hold hold = scene.granted("holder");
        scene.send(hold);
        hold.close();

        Hold next = scene.granted("other");

        assertThat(scene.time.passed()).isZero();
        assertThat(next.stage()).isInstanceOf(Stage.Sent.class);
        assertThat(next.history().calls()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"true, 5, 11", "false, 75, 90"})
    void resumesAReceiptAsSoonAsAllItsPicturesStand(boolean stored, long atLeast, long atMost) {
        Hold hold = scene.granted("holder");
        hold.answered(Scene.UNKNOWN, Scene.RECEIPT);
        hold.write();
        scene.time.killAll();
        if (stored) {
            scene.results.storeAll();
        }

        Hold next = scene.granted("other");

        assertThat(next.stage()).isEqualTo(new Stage.Received(Scene.RECEIPT));
        assertThat(scene.time.passed()).isBetween(Duration.ofSeconds(atLeast), Duration.ofSeconds(atMost));
    }

    static Stream<Arguments> otherStages() {
        return Stream.of(Arguments.of(new Stage.Open()), Arguments.of(new Stage.Failed("code", "{}")));
    }

    @ParameterizedTest
    @MethodSource("otherStages")
    void resumesNothingElseBeforeTheLeaseHasRunOut(Stage stage) {
        scene.results.storeAll();
        scene.file("holder.1").create(LedgerEntry.claimed("holder").at(stage));

        assertThat(scene.granted("other").stage()).isEqualTo(stage);
        assertThat(scene.time.passed()).isGreaterThan(LEASE);
    }

    @Test
    void letsOnlyOneOfTwoThroughThatFindADeadHolder() {
        scene.granted("holder");
        scene.time.killAll();
        scene.time.pass(Duration.ofMinutes(5));
        scene.store.beforeNextWrite(() -> scene.store.beforeNextWrite(() -> scene.granted("faster")));

        assertThat(scene.enter("slower", Duration.ZERO, Duration.ofMinutes(3))).isInstanceOf(Admission.Elsewhere.class);
        assertThat(scene.standing().holder()).contains("faster");
    }

    /** The claim stands without its writer's knowing, who is free to try again in another invocation. */
    @Test
    void recoversFromAClaimOfItsOwnThatItNeverHeardOf() {
        scene.store.script(Fate.LATE);
        assertThatThrownBy(() -> scene.enter("first")).isInstanceOf(StoreException.class);
        scene.store.arrive();

        scene.granted("second");

        assertThat(scene.time.passed()).isBetween(LEASE, RECOGNISED);
    }

    /** Its claim has stood for longer than the lease when it hears that it does. */
    @Test
    void leavesAnEditToWhoeverTookItWhileTheClaimWasNotHeardOf() {
        scene.store.script(Fate.TAKEN_BUT_SILENT);
        scene.store.beforeNextRead(() -> {
            scene.time.pass(Duration.ofMinutes(2));
            scene.store.beforeNextWrite(() -> scene.granted("faster"));
        });

        assertThat(scene.enter("slower", Duration.ZERO, Duration.ofMinutes(4))).isInstanceOf(Admission.Elsewhere.class);
        assertThat(scene.standing().holder()).contains("faster");
    }

    @Test
    void isHeardOfAtOnceWhereTheClaimWasHeardOfLate() {
        scene.store.script(Fate.TAKEN_BUT_SILENT);
        scene.store.beforeNextRead(() -> scene.time.pass(Duration.ofMinutes(2)));

        scene.granted("slow");

        assertThat(scene.writes()).isEqualTo(2);
        assertThat(scene.time.waiting()).isEqualTo(1);
    }

    @Test
    void claimsAnewWhatWasDeletedWhileItWaited() {
        scene.granted("holder");
        scene.time.killAll();
        scene.time.after(Duration.ofSeconds(10), () -> scene.store.delete(Scene.OBJECT));

        Hold next = scene.granted("other");

        assertThat(scene.time.passed()).isLessThan(Duration.ofSeconds(15));
        assertThat(next.history()).isEqualTo(History.EMPTY);
    }

    @Test
    void runsNothingWhoseObjectCannotBeRead() {
        scene.store.put(Scene.OBJECT, "junk");

        assertThatThrownBy(() -> scene.enter("other")).isInstanceOf(UnreadableLedgerException.class);
    }
}
