package io.github.s3imageedit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ledger objects as text: nothing is lost on the way, and nothing is guessed. */
final class EntryTest {
    private static final String NONCE = "request.1.7";
    private static final String OPEN = EntryWriter.write(
            new LedgerEntry(Optional.of("me"), Entries.history().with(Scene.UNREACHABLE), new Stage.Open()), NONCE);

    static Stream<LedgerEntry> entries() {
        return Entries.all();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void isReadAsItWasWritten(LedgerEntry entry) throws IOException {
        EntryReader read = EntryReader.read(EntryWriter.write(entry, NONCE));

        assertThat(read.entry()).isEqualTo(entry);
        assertThat(read.nonce()).isEqualTo(NONCE);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void isRefusedWhereverItBreaksOff(LedgerEntry entry) {
        String text = EntryWriter.write(entry, NONCE);

        for (int length = 0; length < text.length(); length += 1 + length / 100) {
            String cut = text.substring(0, length);
            assertThatThrownBy(() -> EntryReader.read(cut)).as(cut).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "{}",
                "1",
                "\"text\"",
                "junk",
                "<html></html>",
                "{\"schema\":1}",
                "\u0000",
                "\ufeff",
                "{\"schema\":1,\"nonce\":\"n\",\"stage\":\"open\"}"
            })
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> EntryReader.read(text)).isInstanceOf(IOException.class);
    }

    /** Pairs: what stands in a good object, and what stands there instead. */
    static Stream<String[]> spoiled() {
        return Stream.of(
                new String[] {"\"schema\":1", "\"schema\":2"},
                new String[] {"\"schema\":1", "\"schema\":1.0"},
                new String[] {"\"schema\":1", "\"schema\":99999999999999999999"},
                new String[] {"\"nonce\":\"" + NONCE + "\"", "\"other\":1"},
                new String[] {"\"stage\":\"open\"", "\"stage\":\"closed\""},
                new String[] {"\"stage\":\"open\"", "\"stage\":null"},
                new String[] {"\"stage\":\"open\"", "\"stage\":{}"},
                new String[] {"\"stage\":\"open\"", "\"stage\":\"received\""},
                new String[] {"\"stage\":\"open\"", "\"stage\":\"sent\""},
                new String[] {"\"holder\":\"me\"", "\"holder\":{}"},
                new String[] {"\"holder\":\"me\"", "\"holder\":[]"},
                new String[] {"\"calls\":130", "\"calls\":2147483648"},
                new String[] {"\"calls\":130", "\"calls\":-9223372036854775808"},
                new String[] {"\"calls\":130", "\"calls\":-1"},
                new String[] {"\"calls\":130", "\"calls\":1e3"},
                new String[] {"\"calls\":130", "\"calls\":true"},
                new String[] {"\"lost\":2", "\"lost\":99999999999"},
                new String[] {"\"lost\":2", "\"lost\":-2"},
                new String[] {"\"lost\":2", "\"list\":2"},
                new String[] {"\"attempts\":[", "\"tempts\":["},
                new String[] {"\"attempts\":[", "\"attempts\":{},\"tempts\":["},
                new String[] {"\"attempts\":[", "\"attempts\":[1,"},
                new String[] {"\"attempts\":[", "\"attempts\":[[],"},
                new String[] {"\"duration_ms\":3000", "\"duration_ms\":9223372036854775808"},
                new String[] {"\"outcome\":\"unreachable\"", "\"outcome\":\"unheard\""},
                new String[] {"\"status\":102", "\"status\":10200000000"},
                new String[] {"\"status\":102", "\"status\":{}"},
                new String[] {"\"at\":\"2026-", "\"at\":\"+99999999999-"});
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("spoiled")
    void refusesWhatIsNotAsItWasWritten(String good, String bad) {
        assertThat(OPEN).contains(good);

        assertThatThrownBy(() -> EntryReader.read(OPEN.replace(good, bad))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "x", "]", "}", OPEN_AGAIN})
    void refusesWhatGoesOnBehindItsEnd(String more) {
        assertThatThrownBy(() -> EntryReader.read(OPEN + more)).isInstanceOf(IOException.class);
    }

    private static final String OPEN_AGAIN = "{\"schema\":1}";

    @Test
    void refusesAReceiptWithoutPicturesOrAnEnd() {
        String received = EntryWriter.write(
                new LedgerEntry(Optional.empty(), History.EMPTY, new Stage.Received(Entries.receipt())), NONCE);

        for (String part : new String[] {"\"pictures\"", "\"complete\"", "\"reply\"", "\"index\"", "\"hashes\""}) {
            String without = received.replace(part, "\"other\"");
            assertThatThrownBy(() -> EntryReader.read(without)).as(part).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> EntryReader.read(received.replace("\"complete\":true", "\"complete\":\"maybe\"")))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> EntryReader.read(received.replace("\"index\":3", "\"index\":3000000000")))
                .isInstanceOf(IOException.class);
    }

    /** Whoever waits for a ledger object must not be ended by one of its bytes. */
    @ParameterizedTest
    @MethodSource("entries")
    void neverFailsInAnyOtherWay(LedgerEntry entry) {
        String text = EntryWriter.write(entry, NONCE);
        Random random = new Random(entry.toString().length());
        String replacements = "{}[]\",:0123456789-+.eEtfn\\\u0000x ";

        for (int round = 0; round < 3000; round++) {
            StringBuilder spoiled = new StringBuilder(text);
            for (int change = 0; change <= round % 4; change++) {
                spoiled.setCharAt(
                        random.nextInt(text.length()), replacements.charAt(random.nextInt(replacements.length())));
            }
            assertThatCode(() -> readOrRefuse(spoiled.toString()))
                    .as(spoiled.toString())
                    .doesNotThrowAnyException();
        }
    }

    private static void readOrRefuse(String text) {
        try {
            EntryReader.read(text);
        } catch (IOException refused) {
            if (refused.getMessage() == null) {
                fail("refused without a word");
            }
        }
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() {
        assertThatThrownBy(() -> EntryReader.read("{\"a\":".repeat(100_000))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> EntryReader.read("{\"a\":[".repeat(100_000))).isInstanceOf(IOException.class);
    }

    @Test
    void keepsTheDigitsOfMoney() throws IOException {
        String text = EntryWriter.write(Entries.all().toList().getLast(), NONCE);

        assertThat(text).contains("\"cost\":\"0.0400\"");
        assertThat(EntryReader.read(text).entry().history().attempts().get(2).charge())
                .hasValueSatisfying(charge -> assertThat(charge.cost()).contains("0.0400"));
    }
}
