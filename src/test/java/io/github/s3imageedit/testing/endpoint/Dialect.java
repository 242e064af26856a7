package io.github.s3imageedit.testing.endpoint;

/** Whose manners the stand-in has. */
public enum Dialect {
    /** Result links by default, price and routing in {@code metadata}. */
    LUMENFALL,
    /** Always base64, {@code usage} instead of a price; refuses {@code response_format} for GPT image models. */
    OPENAI,
    /** As OpenAI, with the key in {@code api-key} and the version in the query. */
    AZURE,
    /** The least that calls itself compatible: {@code created} and {@code data}, any model. */
    GENERIC;

    boolean linksByDefault() {
        return this == LUMENFALL || this == GENERIC;
    }

    boolean likeOpenAi() {
        return this == OPENAI || this == AZURE;
    }

    String requestIdHeader() {
        return this == LUMENFALL ? "X-Lumenfall-Request-Id" : "x-request-id";
    }
}
