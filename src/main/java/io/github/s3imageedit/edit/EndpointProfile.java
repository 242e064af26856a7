package io.github.s3imageedit.edit;

import io.github.s3imageedit.job.Parameter;
import io.github.s3imageedit.job.Parameters;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What differs between endpoints that speak the same API.
 *
 * @param hosts whose base URLs mean this profile; a leading dot takes every host below
 * @param keyHeader header that carries the key
 * @param keyPrefix what stands before the key there
 * @param listField the name of the picture fields where there are several
 * @param costPath where the reply tells the price, {@code /} between levels; empty: nowhere
 * @param requestIdHeaders headers that may hold the request's id, best first
 * @param resultHosts hosts that result URLs name
 */
public record EndpointProfile(
        String name,
        List<String> hosts,
        String keyHeader,
        String keyPrefix,
        ResponseFormat responseFormat,
        String listField,
        String costPath,
        List<String> requestIdHeaders,
        List<String> resultHosts) {
    private static final String RESPONSE_FORMAT = "response_format";

    public static final EndpointProfile LUMENFALL = new EndpointProfile(
            "lumenfall",
            List.of("lumenfall.ai", ".lumenfall.ai"),
            "Authorization",
            "Bearer ",
            ResponseFormat.URL,
            "image[]",
            "metadata/cost",
            List.of("X-Lumenfall-Request-Id"),
            List.of("media.lumenfall.ai"));
    public static final EndpointProfile OPENAI = new EndpointProfile(
            "openai",
            List.of("api.openai.com", ".api.openai.com"),
            "Authorization",
            "Bearer ",
            ResponseFormat.NOT_FOR_GPT_IMAGE,
            "image[]",
            "",
            List.of("x-request-id"),
            List.of("oaidalleapiprodscus.blob.core.windows.net"));
    public static final EndpointProfile AZURE = new EndpointProfile(
            "azure",
            List.of(".openai.azure.com", ".cognitiveservices.azure.com", ".services.ai.azure.com"),
            "api-key",
            "",
            ResponseFormat.NEVER,
            "image[]",
            "",
            List.of("apim-request-id", "x-request-id"),
            List.of());
    /** Assumes as little as it can: sends nothing that was not asked for. */
    public static final EndpointProfile GENERIC = new EndpointProfile(
            "generic",
            List.of(),
            "Authorization",
            "Bearer ",
            ResponseFormat.AS_ASKED,
            "image[]",
            "metadata/cost",
            List.of("x-request-id", "request-id"),
            List.of());

    private static final List<EndpointProfile> ALL = List.of(LUMENFALL, OPENAI, AZURE, GENERIC);

    /** Whether {@code response_format} is sent. */
    public enum ResponseFormat {
        /** Asks for links, unless the upload asks for something else. */
        URL,
        /** GPT-image models refuse the field. */
        NOT_FOR_GPT_IMAGE,
        NEVER,
        AS_ASKED;

        private Optional<String> toSend(String model, Optional<String> asked) {
            return switch (this) {
                case URL -> Optional.of(asked.orElse("url"));
                case NOT_FOR_GPT_IMAGE -> model.matches("(chat)?gpt-image.*") ? Optional.empty() : asked;
                case NEVER -> Optional.empty();
                case AS_ASKED -> asked;
            };
        }
    }

    public static Optional<EndpointProfile> named(String name) {
        return ALL.stream().filter(profile -> profile.name.equals(name)).findFirst();
    }

    /** The profile by the base URL's host; {@link #GENERIC} for one that is not known. */
    public static EndpointProfile of(URI baseUrl) {
        String host = baseUrl.getHost().toLowerCase(Locale.ROOT);
        return ALL.stream().filter(profile -> profile.isAt(host)).findFirst().orElse(GENERIC);
    }

    private boolean isAt(String host) {
        return hosts.stream().anyMatch(known -> known.startsWith(".") ? host.endsWith(known) : host.equals(known));
    }

    /** The form's text fields, in the order in which they are sent. */
    public Map<String, String> fields(Parameters parameters) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Map.Entry<String, Parameter> entry : parameters.byName().entrySet()) {
            fields.put(entry.getKey(), entry.getValue().value());
        }
        Optional<String> asked = Optional.ofNullable(fields.remove(RESPONSE_FORMAT));
        responseFormat
                .toSend(fields.getOrDefault("model", ""), asked)
                .ifPresent(format -> fields.put(RESPONSE_FORMAT, format));
        return fields;
    }
}
