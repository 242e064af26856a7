package io.github.s3imageedit.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.job.Origin;
import io.github.s3imageedit.job.Parameter;
import io.github.s3imageedit.job.Parameters;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of the endpoints that speak the API. */
final class EndpointProfileTest {
    @ParameterizedTest
    @CsvSource({
        "https://api.lumenfall.ai/openai/v1, lumenfall",
        "https://lumenfall.ai/v1, lumenfall",
        "https://API.LUMENFALL.AI/openai/v1, lumenfall",
        "https://api.openai.com/v1, openai",
        "https://eu.api.openai.com/v1, openai",
        "https://my-res.openai.azure.com/openai/v1, azure",
        "https://my-res.cognitiveservices.azure.com/openai/v1, azure",
        "https://my-res.services.ai.azure.com/openai/v1, azure",
        "https://openai.com.example/v1, generic",
        "https://notlumenfall.ai/v1, generic",
        "https://lumenfall.ai.example/v1, generic",
        "https://openai.azure.com/openai/v1, generic",
        "http://localhost:4000/v1, generic",
        "http://127.0.0.1:4000/v1, generic"
    })
    void isPickedByTheHostOfTheBaseUrl(URI base, String name) {
        assertThat(EndpointProfile.of(base).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lumenfall", "openai", "azure", "generic"})
    void isFoundByName(String name) {
        assertThat(EndpointProfile.named(name).map(EndpointProfile::name)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "auto", "Lumenfall", "litellm"})
    void isNotFoundByAnyOtherName(String name) {
        assertThat(EndpointProfile.named(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "lumenfall, gemini-3-pro-image, , url",
        "lumenfall, gpt-image-2, , url",
        "lumenfall, gpt-image-2, b64_json, b64_json",
        "openai, gpt-image-1, , ",
        "openai, gpt-image-1, url, ",
        "openai, gpt-image-2-2026-04-21, b64_json, ",
        "openai, chatgpt-image-latest, b64_json, ",
        "openai, dall-e-2, b64_json, b64_json",
        "openai, dall-e-2, , ",
        "azure, my-deployment, b64_json, ",
        "azure, my-deployment, , ",
        "generic, anything, url, url",
        "generic, anything, , "
    })
    void sendsResponseFormatOnlyWhereItIsTaken(String profile, String model, String asked, String sent) {
        Map<String, Parameter> byName = new TreeMap<>(Map.of("model", tag(model)));
        Optional.ofNullable(asked).ifPresent(format -> byName.put("response_format", tag(format)));

        assertThat(Optional.ofNullable(fields(profile, byName).get("response_format")))
                .isEqualTo(Optional.ofNullable(sent));
    }

    @Test
    void keepsTheOrderOfTheApisOwnExample() {
        Map<String, Parameter> byName = Map.of(
                "size", tag("1024x1024"),
                "n", tag("2"),
                "prompt", tag("add a hat"),
                "model", tag("m"),
                "quality", tag("high"),
                "zeal", tag("much"));

        assertThat(fields("lumenfall", byName).keySet())
                .startsWith("model", "prompt", "n", "size")
                .containsExactlyInAnyOrder("model", "prompt", "n", "size", "quality", "zeal", "response_format");
    }

    @ParameterizedTest
    @CsvSource({
        "lumenfall, Authorization, 'Bearer ', image[], metadata/cost, X-Lumenfall-Request-Id",
        "openai, Authorization, 'Bearer ', image[], '', x-request-id",
        "azure, api-key, '', image[], '', apim-request-id",
        "generic, Authorization, 'Bearer ', image[], metadata/cost, x-request-id"
    })
    void knowsKeyHeaderListFieldCostAndRequestId(
            String name, String header, String prefix, String listField, String costPath, String requestId) {
        EndpointProfile profile = profile(name);

        assertThat(profile.keyHeader()).isEqualTo(header);
        assertThat(profile.keyPrefix()).isEqualTo(prefix);
        assertThat(profile.listField()).isEqualTo(listField);
        assertThat(profile.costPath()).isEqualTo(costPath);
        assertThat(profile.requestIdHeaders()).first().isEqualTo(requestId);
    }

    private static Map<String, String> fields(String profile, Map<String, Parameter> byName) {
        return profile(profile).fields(new Parameters(new TreeMap<>(byName)));
    }

    private static EndpointProfile profile(String name) {
        return EndpointProfile.named(name).orElseThrow();
    }

    private static Parameter tag(String value) {
        return new Parameter(value, Origin.TAG);
    }
}
