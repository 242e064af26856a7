package io.github.s3imageedit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.s3imageedit.edit.ApiKeyUnavailableException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPlaceTest {
    private static final String SECRET = SettingsTest.SECRET;
    private static final KeyPlace ALONE = KeyPlace.of("/edit/key");
    private static final KeyPlace FIELD = KeyPlace.of("/edit/keys#lumenfall");

    @Test
    void theKeyIsTheParameterOrAFieldOfIt() {
        assertThat(ALONE.parameter()).isEqualTo("/edit/key");
        assertThat(ALONE.key(" " + SECRET + "\r\n")).isEqualTo(SECRET);
        assertThat(FIELD.parameter()).isEqualTo("/edit/keys");
        assertThat(FIELD.key("{\"other\":{\"lumenfall\":1},\"list\":[{}],\"lumenfall\":\"" + SECRET + "\"}"))
                .isEqualTo(SECRET);
    }

    @Test
    void aFieldMayHaveAnyName() {
        assertThat(KeyPlace.of("/k#a#b").key("{\"a#b\":\"x\"}")).isEqualTo("x");
        assertThat(KeyPlace.of("/k#schlüssel 1").key("{\"schlüssel 1\":\"x\"}")).isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource({"/k, true", "/k#f, true", "/k#, false", "'/k# ', false", "#f, false", "' #f', false", "#, false"})
    void aNameAndAFieldHaveLetters(String text, boolean complete) {
        assertThat(KeyPlace.of(text).isComplete()).isEqualTo(complete);
    }

    @Test
    void saysThatAFieldIsToBeNamed() {
        assertThatThrownBy(() -> ALONE.key(" \n{\"lumenfall\":\"" + SECRET + "\"}"))
                .isInstanceOf(ApiKeyUnavailableException.class)
                .hasMessageContaining("/edit/key#field")
                .satisfies(KeyPlaceTest::quotesNothing);
    }

    @ParameterizedTest(name = "{index}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | no JSON object",
                "never-s3cr3t | no JSON object",
                "\"s3cr3t\" | no JSON object",
                "[\"s3cr3t\"] | no JSON object",
                "{\"lumenfall\":s3cr3t} | no JSON object",
                "{\"lumenfall\":\"s3cr3t | no JSON object",
                "{\"lumenfall\":\"s3cr3t\" | no JSON object",
                "{\"lumenfall\":\"s3cr3t\"} s3cr3t | no JSON object",
                "{\"lumenfall\":\"s3cr3t\"}{} | more than one",
                "{\"Lumenfall\":\"s3cr3t\"} | is missing",
                "{\"x\":{\"lumenfall\":\"s3cr3t\"}} | is missing",
                "{} | is missing",
                "{\"lumenfall\":null} | is no text",
                "{\"lumenfall\":17} | is no text",
                "{\"lumenfall\":[\"s3cr3t\"]} | is no text",
                "{\"lumenfall\":{\"s3cr3t\":1}} | is no text",
                "{\"lumenfall\":\"s3cr3t\",\"lumenfall\":\"s3cr3t\"} | twice",
                "{\"lumenfall\":\"\"} | printable ASCII",
                "{\"lumenfall\":\"s3cr3t words\"} | printable ASCII"
            })
    void saysWhatIsWrongWithAFieldAndQuotesNothing(String value, String reason) {
        assertThatThrownBy(() -> FIELD.key(value))
                .isInstanceOf(ApiKeyUnavailableException.class)
                .hasMessageContainingAll("/edit/keys", "\"lumenfall\"", reason)
                .satisfies(KeyPlaceTest::quotesNothing);
    }

    /** Whatever becomes of a value, the words and the trace hold nothing of it. */
    @ParameterizedTest
    @ValueSource(strings = {"/edit/key", "/edit/keys#lumenfall", "/edit/keys#user"})
    void quotesNothingHoweverAValueIsBroken(String name) {
        Random random = new Random(7);
        String whole = "{\"user\":\"s3cr3t one\",\"lumenfall\":\"s3cr3t\\u00fc\",\"more\":[{\"s3cr3t\":1.5}]}";
        IntStream.range(0, 3000).forEach(round -> {
            StringBuilder value = new StringBuilder(whole);
            for (int change = random.nextInt(3); change >= 0; change--) {
                int place = random.nextInt(value.length() + 1);
                switch (random.nextInt(3)) {
                    case 0 -> value.delete(place, place + 1);
                    case 1 -> value.insert(place, "{}[]\",:\\\n\0 ü7".charAt(random.nextInt(13)));
                    default -> value.setLength(place);
                }
            }
            try {
                assertThat(KeyPlace.of(name).key(value.toString())).isNotEmpty();
            } catch (ApiKeyUnavailableException e) {
                quotesNothing(e);
            }
        });
    }

    private static void quotesNothing(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain("s3cr", "cr3t", "never-in-a-log");
    }
}
