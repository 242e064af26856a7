package io.github.s3imageedit.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.image.ImageType;
import io.github.s3imageedit.image.Sha256;
import io.github.s3imageedit.job.ObjectRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultKeysTest {
    private static final String EDIT = "3f9a1c20b7de4410";
    private static final String TEMPLATE = "{key}/{edit}{index}.{ext}";
    private static final int MAX_BYTES = 1024;

    private static ResultKeys keys(String prefix, String template) {
        return new ResultKeys("my-outbox", prefix, template);
    }

    private static String picture(String prefix, String template, String key, int index) {
        return keys(prefix, template)
                .picture(Sidecars.job(key), index, ImageType.JPEG)
                .key();
    }

    private static String sidecar(String prefix, String template, String key) {
        return keys(prefix, template).sidecar(Sidecars.job(key)).key();
    }

    @Test
    void namesPicturesAndSidecarAfterTheEdit() {
        assertThat(picture("", TEMPLATE, "cats/tom.png", 0)).isEqualTo("cats/tom.png/" + EDIT + ".jpg");
        assertThat(picture("", TEMPLATE, "cats/tom.png", 1)).isEqualTo("cats/tom.png/" + EDIT + "-2.jpg");
        assertThat(picture("", TEMPLATE, "cats/tom.png", 9)).isEqualTo("cats/tom.png/" + EDIT + "-10.jpg");
        assertThat(sidecar("", TEMPLATE, "cats/tom.png")).isEqualTo("cats/tom.png/" + EDIT + ".json");
        assertThat(keys("", TEMPLATE).sidecar(Sidecars.job("a")).bucket()).isEqualTo("my-outbox");
    }

    @Test
    void followsTheTemplate() {
        assertThat(picture("out/", "{edit}{index}.{ext}", "cats/tom.png", 1)).isEqualTo("out/" + EDIT + "-2.jpg");
        assertThat(sidecar("out/", "{edit}{index}.{ext}", "cats/tom.png")).isEqualTo("out/" + EDIT + ".json");
        assertThat(picture("", "a/{index}/{key}.{edit}.{ext}", "k", 2)).isEqualTo("a/-3/k." + EDIT + ".jpg");
        assertThat(picture("", "{key}/{key}{edit}{index}.{ext}", "k", 0)).isEqualTo("k/k" + EDIT + ".jpg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b+c%20d&e=f.png",
                "/leading//double/../dots/./x",
                "ü/日本/😀.png",
                "{key}{edit}{index}.{ext}",
                "$1\\d",
                "line\nbreak",
                "~",
                " "
            })
    void copiesKeysLiterally(String key) {
        assertThat(picture("out/", TEMPLATE, key, 0)).isEqualTo("out/" + key + "/" + EDIT + ".jpg");
        assertThat(sidecar("out/", TEMPLATE, key)).isEqualTo("out/" + key + "/" + EDIT + ".json");
    }

    @Test
    void takesThePrefixLiterally() {
        assertThat(sidecar("{key}/{edit}/", TEMPLATE, "tom.png")).isEqualTo("{key}/{edit}/tom.png/" + EDIT + ".json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ü", "€", "😀", "a😀", "e\u0301"})
    void cutsKeysWhereTheResultWouldBeTooLong(String character) {
        for (int length = 990; length <= MAX_BYTES; length++) {
            String key = filled(character, length);
            assertFits("", key, sidecar("", TEMPLATE, key), "/" + EDIT + ".json");
            assertFits("", key, picture("", TEMPLATE, key, 0), "/" + EDIT + ".jpg");
            assertFits("outé/", key, picture("outé/", TEMPLATE, key, 9), "/" + EDIT + "-10.jpg");
        }
    }

    /** A key of so many bytes, as far as whole characters allow, else filled up in front. */
    private static String filled(String character, int bytes) {
        int count = bytes / bytes(character);
        return "x".repeat(bytes - count * bytes(character)) + character.repeat(count);
    }

    private static void assertFits(String prefix, String key, String result, String ending) {
        assertThat(bytes(result)).isLessThanOrEqualTo(MAX_BYTES);
        assertThat(result).startsWith(prefix).endsWith(ending);
        String shortened = result.substring(prefix.length(), result.length() - ending.length());
        if (bytes(prefix + key + ending) <= MAX_BYTES) {
            assertThat(shortened).isEqualTo(key);
            return;
        }
        String hash = "~" + Sha256.hexOf(key).substring(0, 16);
        assertThat(shortened).endsWith(hash);
        String kept = shortened.substring(0, shortened.length() - hash.length());
        assertThat(key).startsWith(kept);
        assertThat(kept.isEmpty() || !Character.isHighSurrogate(kept.charAt(kept.length() - 1)))
                .isTrue();
        String next = kept + Character.toString(key.codePointAt(kept.length()));
        assertThat(bytes(prefix + next + hash + ending)).isGreaterThan(MAX_BYTES);
    }

    @Test
    void keepsLongKeysApart() {
        String common = "x".repeat(1020);

        assertThat(sidecar("", TEMPLATE, common + "a")).isNotEqualTo(sidecar("", TEMPLATE, common + "b"));
    }

    @Test
    void cutsEachOfSeveralPlacesOfTheKey() {
        String result = picture("", "{key}/{key}/{edit}{index}.{ext}", "é".repeat(500), 1);

        assertThat(bytes(result)).isBetween(MAX_BYTES - 4, MAX_BYTES);
        assertThat(result.split("/", -1)[0]).isEqualTo(result.split("/", -1)[1]).contains("~");
    }

    @Test
    void recognisesItsOwnPlace() {
        assertThat(isOutput("out/", "my-outbox", "out/cats/tom.png")).isTrue();
        assertThat(isOutput("out/", "my-outbox", "out/")).isTrue();
        assertThat(isOutput("out/", "my-outbox", "out/.ledger/x")).isTrue();
        assertThat(isOutput("out/", "my-outbox", "output/x")).isFalse();
        assertThat(isOutput("out/", "my-outbox", "in/out/x")).isFalse();
        assertThat(isOutput("out/", "my-inbox", "out/x")).isFalse();
        assertThat(isOutput("", "my-outbox", "anything")).isTrue();
        assertThat(isOutput("", "my-inbox", "anything")).isFalse();
    }

    private static boolean isOutput(String prefix, String bucket, String key) {
        return keys(prefix, TEMPLATE).isOutput(ObjectRef.latest(bucket, key));
    }

    private static int bytes(String text) {
        return text.getBytes(UTF_8).length;
    }
}
