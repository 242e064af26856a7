package io.github.s3imageedit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.s3imageedit.ledger.MemoryStore.Fate;
import io.github.s3imageedit.store.StoreException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One writer's view of the ledger object, where S3's replies get lost. */
final class LedgerFileTest {
    private static final LedgerEntry MINE = LedgerEntry.claimed("me");
    private static final LedgerEntry THEIRS = LedgerEntry.claimed("they");
    private static final LedgerEntry SENT =
            MINE.at(new Stage.Sent(new SentCall(1, SimulatedTime.START, java.time.Duration.ZERO)));

    private final Scene scene = new Scene();
    private final LedgerFile file = scene.file("me.1");

    private String created() {
        return file.create(MINE).orElseThrow();
    }

    private String standingEtag() {
        return file.read().orElseThrow().etag();
    }

    @ParameterizedTest
    @EnumSource(names = {"TAKEN", "TAKEN_BUT_DENIED", "TAKEN_BUT_SILENT"})
    void findsItsFirstWriteWhateverBecameOfTheReply(Fate fate) {
        scene.store.script(fate);

        assertThat(file.create(MINE)).contains(standingEtag());
        assertThat(scene.standing()).isEqualTo(MINE);
    }

    @ParameterizedTest
    @EnumSource(names = {"TAKEN", "TAKEN_BUT_DENIED", "TAKEN_BUT_SILENT"})
    void findsItsNextWriteWhateverBecameOfTheReply(Fate fate) {
        String first = created();
        scene.store.script(fate);

        Optional<String> second = file.replace(SENT, first);

        assertThat(second).contains(standingEtag()).isNotEqualTo(Optional.of(first));
        assertThat(scene.standing()).isEqualTo(SENT);
        assertThat(scene.writes()).isEqualTo(2);
    }

    @Test
    void failsWhereNothingWasTaken() {
        scene.store.script(Fate.REFUSED);
        assertThatThrownBy(() -> file.create(MINE)).isInstanceOf(StoreException.class);
        assertThat(file.read()).isEmpty();

        String first = created();
        scene.store.script(Fate.REFUSED);
        assertThatThrownBy(() -> file.replace(SENT, first)).isInstanceOf(StoreException.class);
        assertThat(scene.standing()).isEqualTo(MINE);
    }

    @Test
    void failsWithTheFirstTroubleWhereNobodyCanLookEither() {
        String first = created();
        scene.store.script(Fate.TAKEN_BUT_SILENT);
        scene.store.failReads(1);

        assertThatThrownBy(() -> file.replace(SENT, first))
                .isInstanceOf(StoreException.class)
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
        assertThat(scene.standing()).isEqualTo(SENT);
    }

    @Test
    void goesOnFromAnEarlierWriteOfItsOwnWhoseReplyIsLost() {
        String first = created();
        scene.store.script(Fate.TAKEN_BUT_SILENT);
        scene.store.failReads(1);
        assertThatThrownBy(() -> file.replace(SENT, first)).isInstanceOf(StoreException.class);

        assertThat(file.replace(MINE, first)).contains(standingEtag());
        assertThat(scene.standing()).isEqualTo(MINE);
    }

    @Test
    void goesOnFromAnEarlierWriteThatArrivesLate() {
        String first = created();
        scene.store.script(Fate.LATE);
        assertThatThrownBy(() -> file.replace(SENT, first)).isInstanceOf(StoreException.class);
        scene.store.beforeNextWrite(scene.store::arrive);

        assertThat(file.replace(MINE, first)).contains(standingEtag());
        assertThat(scene.standing()).isEqualTo(MINE);
    }

    @Test
    void takesNoHarmOfAWriteThatArrivesAfterTheNextOne() {
        String first = created();
        scene.store.script(Fate.LATE);
        assertThatThrownBy(() -> file.replace(SENT, first)).isInstanceOf(StoreException.class);
        file.replace(MINE, first);
        scene.store.arrive();

        assertThat(scene.standing()).isEqualTo(MINE);
    }

    /** A claim that came late must not undo what others did since. */
    @Test
    void takesNoHarmOfAClaimThatArrivesAfterSomebodyElses() {
        scene.store.script(Fate.LATE);
        assertThatThrownBy(this::created).isInstanceOf(StoreException.class);
        scene.file("they.1").create(THEIRS);
        scene.store.arrive();

        assertThat(scene.standing()).isEqualTo(THEIRS);
    }

    @Test
    void yieldsToSomebodyElse() {
        LedgerFile theirs = scene.file("they.1");
        theirs.create(THEIRS);
        assertThat(file.create(MINE)).isEmpty();

        String first = standingEtag();
        theirs.replace(THEIRS, first);
        assertThat(file.replace(MINE, first)).isEmpty();
        assertThat(scene.standing()).isEqualTo(THEIRS);
    }

    /** The nonces of one writer must not begin as another's do. */
    @ParameterizedTest
    @ValueSource(strings = {"me.11", "me.1x", "me", "m", "me.1-1", "them.me.1"})
    void yieldsToWritersOfSimilarNames(String other) {
        String first = created();
        scene.file(other).replace(THEIRS, first);

        assertThat(file.replace(MINE, first)).isEmpty();
        assertThat(scene.standing()).isEqualTo(THEIRS);
    }

    @ParameterizedTest
    @EnumSource(names = {"TAKEN", "TAKEN_BUT_SILENT"})
    void neverBringsBackWhatWasDeleted(Fate fate) {
        String first = created();
        scene.store.delete(Scene.OBJECT);
        scene.store.script(fate);

        if (fate == Fate.TAKEN) {
            assertThat(file.replace(SENT, first)).isEmpty();
        } else {
            assertThatThrownBy(() -> file.replace(SENT, first)).isInstanceOf(StoreException.class);
        }
        assertThat(file.read()).isEmpty();
    }

    @Test
    void yieldsToJunkAndLeavesItToWhoeverReadsIt() {
        scene.store.put(Scene.OBJECT, "junk");

        assertThat(file.create(MINE)).isEmpty();
        assertThatThrownBy(file::read)
                .isInstanceOf(UnreadableLedgerException.class)
                .hasMessageContaining("s3://out/results/.ledger/0123456789abcdef")
                .hasMessageContaining("delete it");
        assertThatThrownBy(() -> file.replace(MINE, "etag")).isInstanceOf(UnreadableLedgerException.class);
    }

    @Test
    void neverWritesTheSameBytesTwice() {
        String etag = created();
        for (int write = 0; write < 50; write++) {
            etag = file.replace(MINE, etag).orElseThrow();
        }
        scene.store.delete(Scene.OBJECT);
        created();
        scene.store.delete(Scene.OBJECT);
        scene.file("me.2").create(MINE);

        assertThat(scene.store.asked()).hasSize(53).doesNotHaveDuplicates();
    }

    /** Somebody who never lets us through ends the trying, not the time. */
    @Test
    void givesUpAfterSomeTriesAgainstItsOwnLateWrites() {
        String first = created();
        for (int write = 0; write < 10; write++) {
            scene.store.script(Fate.LATE);
            assertThatThrownBy(() -> file.replace(SENT, first)).isInstanceOf(StoreException.class);
        }
        scene.store.arrive();

        assertThat(file.replace(MINE, first)).isPresent();
        assertThat(scene.standing()).isEqualTo(MINE);
    }
}
