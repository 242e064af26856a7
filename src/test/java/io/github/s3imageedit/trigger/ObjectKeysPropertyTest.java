package io.github.s3imageedit.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.job.ObjectRef;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How keys are read at each door, over all of Unicode. */
@Timeout(60)
class ObjectKeysPropertyTest {
    private static final int SEED = 20261128;
    private static final int ROUNDS = 100_000;
    private static final String MARKS = "%+ &=/\\\"?#\u0000\n\u007f\u00e9\ufffd\u2028\uffff0aF";

    /** Every one that a text can hold, which excepts surrogates. */
    private static void forEachCodePoint(Consumer<String> check) {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                check.accept(Character.toString(point));
            }
        }
    }

    /** Of up to 20 code points, of all kinds. */
    private static void forEachRandomKey(Consumer<String> check) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder key = new StringBuilder();
            for (int left = random.nextInt(1, 21); left > 0; left--) {
                key.appendCodePoint(
                        switch (random.nextInt(4)) {
                            case 0 -> MARKS.charAt(random.nextInt(MARKS.length()));
                            case 1 -> random.nextInt(' ', 0x7f);
                            case 2 -> random.nextInt(0, Character.MIN_SURROGATE);
                            default -> random.nextInt(Character.MAX_SURROGATE + 1, Character.MAX_CODE_POINT + 1);
                        });
            }
            check.accept(key.toString());
        }
    }

    /** Text of what is special to a decoder, whole or not. */
    private static void forEachJunk(Consumer<String> check) {
        String[] parts = {
            "%",
            "%%",
            "+",
            "%2B",
            "%+1",
            "%-1",
            "% 1",
            "%1",
            "%\uff11\uff12",
            "%\u0661\u0662",
            "%g0",
            "%0g",
            "%\ufb00",
            "%41",
            "%ef%bf%bd",
            "%EF%BF%BD",
            "\ufffd",
            "%EF",
            "%BF",
            "%c3%a9",
            "%C3",
            "%A9",
            "%F0%9F%98%80",
            "%ED%A0%80",
            "%C0%80",
            "%ud800",
            "\ud83d",
            "\ude00",
            "a",
            "/",
            "é",
            "%00",
            "\u0000",
            "%25",
            "%2525",
            "\u0130",
            "\u212a"
        };
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder junk = new StringBuilder();
            for (int left = random.nextInt(0, 7); left > 0; left--) {
                junk.append(parts[random.nextInt(parts.length)]);
            }
            check.accept(junk.toString());
        }
    }

    private static void assertReadInNotifications(String key) {
        assertOnly(ObjectKeys.inNotification(SpeltKeys.form(key)), key);
        assertOnly(ObjectKeys.inNotification(SpeltKeys.percent(key)), key);
    }

    private static void assertReadInEventBridge(String key) {
        assertFirst(ObjectKeys.inEventBridge(key), key);
        assertAmong(ObjectKeys.inEventBridge(SpeltKeys.percent(key)), key);
        assertAmong(ObjectKeys.inEventBridge(SpeltKeys.form(key)), key);
    }

    private static void assertReadInBatchJobs(String key) {
        assertFirst(ObjectKeys.inBatchJob(SpeltKeys.percent(key)), key);
        assertAmong(ObjectKeys.inBatchJob(SpeltKeys.form(key)), key);
    }

    // AssertJ's own words cost more than all that is tested, millions of times.
    private static void assertOnly(List<String> readings, String key) {
        assertSame(readings, List.of(key));
    }

    private static void assertSame(List<String> readings, List<String> expected) {
        if (!readings.equals(expected)) {
            assertThat(readings).isEqualTo(expected);
        }
    }

    private static void assertFirst(List<String> readings, String key) {
        if (readings.isEmpty() || !readings.getFirst().equals(key)) {
            assertThat(readings).startsWith(key);
        }
    }

    private static void assertAmong(List<String> readings, String key) {
        if (!readings.contains(key)) {
            assertThat(readings).contains(key);
        }
    }

    @Test
    void readsEveryCodePointInNotifications() {
        forEachCodePoint(ObjectKeysPropertyTest::assertReadInNotifications);
    }

    @Test
    void readsEveryCodePointInEventBridge() {
        forEachCodePoint(ObjectKeysPropertyTest::assertReadInEventBridge);
    }

    @Test
    void readsEveryCodePointInBatchJobs() {
        forEachCodePoint(ObjectKeysPropertyTest::assertReadInBatchJobs);
    }

    @Test
    void readsKeysOfAnyCodePoints() {
        forEachRandomKey(key -> {
            assertReadInNotifications(key);
            assertReadInEventBridge(key);
            assertReadInBatchJobs(key);
            assertOnly(ObjectKeys.inNotification(SpeltKeys.everyByte(key)), key);
            assertFirst(ObjectKeys.inBatchJob(SpeltKeys.everyByte(key)), key);
            assertFirst(ObjectKeys.inBatchJob(SpeltKeys.percentWithPlus(key)), key);
        });
    }

    @Test
    void takesWhatCannotBeDecodedForItself() {
        forEachJunk(junk -> {
            if (SpeltKeys.formDecoded(junk).isEmpty()) {
                List<String> itself = possible(junk);
                assertSame(ObjectKeys.inNotification(junk), itself);
                assertSame(ObjectKeys.inEventBridge(junk), itself);
                assertSame(ObjectKeys.inBatchJob(junk), itself);
            }
        });
    }

    @Test
    void readsJunkToTheLetter() {
        forEachJunk(junk -> {
            String form = SpeltKeys.formDecoded(junk).orElse(junk);
            String percent = SpeltKeys.percentDecoded(junk).orElse(junk);
            assertSame(ObjectKeys.inNotification(junk), possible(form));
            assertSame(ObjectKeys.inEventBridge(junk), possible(junk, form));
            assertSame(ObjectKeys.inBatchJob(junk), possible(percent, form, junk));
        });
    }

    /** Those that an object can have, none of them twice. */
    private static List<String> possible(String... keys) {
        return Stream.of(keys)
                .distinct()
                .filter(key -> !key.isEmpty() && key.getBytes(UTF_8).length <= ObjectRef.MAX_KEY_BYTES)
                .filter(key -> new String(key.getBytes(UTF_8), UTF_8).equals(key))
                .toList();
    }

    @Test
    void readsNoLoneSurrogates() {
        for (int point = Character.MIN_SURROGATE; point <= Character.MAX_SURROGATE; point++) {
            String key = "a" + (char) point + "%20";
            assertThat(ObjectKeys.inNotification(key)).isEmpty();
            assertThat(ObjectKeys.inEventBridge(key)).isEmpty();
            assertThat(ObjectKeys.inBatchJob(key)).isEmpty();
        }
    }

    @Test
    void readsKeysUpToTheirGreatestLength() {
        for (String letter : new String[] {"a", " ", "+", "%", "\u0000", "\u00e9", "\u20ac", "\ud83d\ude00"}) {
            int bytes = letter.getBytes(UTF_8).length;
            String longest =
                    letter.repeat(ObjectRef.MAX_KEY_BYTES / bytes) + "a".repeat(ObjectRef.MAX_KEY_BYTES % bytes);
            assertReadInNotifications(longest);
            assertReadInEventBridge(longest);
            assertReadInBatchJobs(longest);
            assertNotRead(longest + "a");
        }
        assertNotRead("");
    }

    private static void assertNotRead(String key) {
        assertThat(ObjectKeys.inNotification(SpeltKeys.form(key))).isEmpty();
        assertThat(ObjectKeys.inEventBridge(SpeltKeys.percent(key))).isEmpty();
        assertThat(ObjectKeys.inBatchJob(SpeltKeys.percent(key))).isEmpty();
        assertThat(ObjectKeys.inEventBridge(key)).doesNotContain(key);
    }
}
