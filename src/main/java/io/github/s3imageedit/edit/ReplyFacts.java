package io.github.s3imageedit.edit;

import java.util.Optional;

/**
 * What a reply tells beside the pictures.
 *
 * @param cost as a JSON number, digit for digit
 * @param usage as JSON, digit for digit
 */
public record ReplyFacts(
        Optional<String> requestId,
        Optional<Long> created,
        Optional<String> size,
        Optional<String> outputFormat,
        Optional<String> model,
        Optional<String> executedModel,
        Optional<String> provider,
        Optional<String> providerName,
        Optional<String> cost,
        Optional<String> costCurrency,
        Optional<String> usage) {
    public static final ReplyFacts NONE = new ReplyFacts(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** The part of it that is about money. */
    public Charge charge() {
        return new Charge(requestId, cost, costCurrency);
    }

    /** What the endpoint's records tell, where the reply itself was lost. */
    public static ReplyFacts of(Charge charge) {
        return new ReplyFacts(
                charge.requestId(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                charge.cost(),
                charge.currency(),
                Optional.empty());
    }
}
