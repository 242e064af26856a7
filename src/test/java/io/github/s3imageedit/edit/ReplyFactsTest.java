package io.github.s3imageedit.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reply tells beside its pictures, digit for digit. */
final class ReplyFactsTest {
    private static final String PICTURE = "\"data\":[{\"url\":\"https://media.lumenfall.ai/1.png\"}]";

    @TempDir
    Path folder;

    @Test
    void readsWhatLumenfallTells() {
        ReplyFacts facts = facts(EndpointProfile.LUMENFALL, """
            "id":"req_body","created":1702345678,"size":"1024x1024","output_format":"png",
            "metadata":{"model":"gemini-3-pro-image","executed_model":"vertex/gemini-3-pro-image",
            "provider":"vertex","provider_name":"Google Vertex AI","cost":0.0400,"cost_currency":"USD",
            "attempts":[{"provider":"gemini","cost":9,"status":{"code":500}},{"provider":"vertex"}]}\
            """);

        assertThat(facts)
                .isEqualTo(new ReplyFacts(
                        Optional.of("req_head"),
                        Optional.of(1702345678L),
                        Optional.of("1024x1024"),
                        Optional.of("png"),
                        Optional.of("gemini-3-pro-image"),
                        Optional.of("vertex/gemini-3-pro-image"),
                        Optional.of("vertex"),
                        Optional.of("Google Vertex AI"),
                        Optional.of("0.0400"),
                        Optional.of("USD"),
                        Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "azure"})
    void readsUsageButNoCostFromOpenAi(String profile) {
        ReplyFacts facts = facts(EndpointProfile.named(profile).orElseThrow(), """
            "created":1713833628,"background":"opaque","output_format":"jpeg","quality":"high","size":"1536x1024",
            "metadata":{"cost":1},
            "usage":{"total_tokens":100,"input_tokens_details":{"text_tokens":10,"image_tokens":40}}\
            """);

        assertThat(facts.size()).contains("1536x1024");
        assertThat(facts.cost()).isEmpty();
        assertThat(facts.usage())
                .contains("{\"total_tokens\":100,\"input_tokens_details\":{\"text_tokens\":10,\"image_tokens\":40}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0400",
                "0",
                "0.04",
                "4",
                "-0.5",
                "1E-7",
                "1e-7",
                "1.50E+2",
                "12345678901234567890.10",
                "0.1000000000000000055511151231257827"
            })
    void copiesTheCostDigitForDigit(String cost) {
        assertThat(facts(EndpointProfile.LUMENFALL, "\"metadata\":{\"cost\":" + cost + "}")
                        .cost())
                .contains(cost);
        assertThat(facts(EndpointProfile.GENERIC, "\"metadata\":{\"cost\":" + cost + "}")
                        .cost())
                .contains(cost);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"free\"", "null", "true", "{\"usd\":1}", "[1]", "\"1,5\"", "\"NaN\"", "\"\""})
    void ignoresACostThatIsNoNumber(String cost) {
        assertThat(facts(EndpointProfile.LUMENFALL, "\"metadata\":{\"cost\":" + cost + "}")
                        .cost())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"a":0.0400,"b":1E-7,"c":12345678901234567890.10}
        {"a":{"b":[1,2.50,{"c":[]}],"d":null,"e":true},"f":"x \\" \\\\ y"}
        {}
        """)
    void copiesUsageDigitForDigit(String usage) {
        assertThat(facts(EndpointProfile.OPENAI, "\"usage\":" + usage).usage()).contains(usage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[1]", "5", "\"text\""})
    void ignoresUsageThatIsNoObject(String usage) {
        assertThat(facts(EndpointProfile.OPENAI, "\"usage\":" + usage).usage()).isEmpty();
    }

    @Test
    void readsFactsBeforeAndBehindThePictures() {
        Reading reading = new Reading(folder);

        assertThat(reading.of(200, "{\"metadata\":{\"cost\":0.10}," + PICTURE + ",\"created\":5}"))
                .isInstanceOfSatisfying(EditReply.Answered.class, reply -> {
                    assertThat(reply.facts().cost()).contains("0.10");
                    assertThat(reply.facts().created()).contains(5L);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"soon\"", "1.5", "null", "99999999999999999999", "{}"})
    void ignoresATimeThatIsNoWholeNumber(String created) {
        assertThat(facts(EndpointProfile.OPENAI, "\"created\":" + created).created())
                .isEmpty();
    }

    @Test
    void takesTheModelFromTheTopWhereThereIsNoMetadata() {
        assertThat(facts(EndpointProfile.GENERIC, "\"model\":\"m\",\"metadata\":null")
                        .model())
                .contains("m");
    }

    @Test
    void keepsTheFactsOfWhatCannotBeUsedAndOfRefusals() {
        String metadata = "\"metadata\":{\"cost\":0.0200}";
        Reading reading = new Reading(folder);

        assertThat(reading.of(200, "{" + metadata + ",\"data\":[]}"))
                .isInstanceOfSatisfying(
                        EditReply.Unusable.class,
                        reply -> assertThat(reply.facts().cost()).contains("0.0200"));
        assertThat(reading.of(400, "{\"error\":{\"code\":\"INVALID_REQUEST\"}," + metadata + "}"))
                .isInstanceOfSatisfying(
                        EditReply.Rejected.class,
                        reply -> assertThat(reply.facts().cost()).contains("0.0200"));
    }

    private ReplyFacts facts(EndpointProfile profile, String fields) {
        EditReply reply = new Reading(folder).as(profile).of(200, "{" + fields + "," + PICTURE + "}");
        assertThat(reply).isInstanceOf(EditReply.Answered.class);
        return ((EditReply.Answered) reply).facts();
    }
}
