package io.github.s3imageedit.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.s3imageedit.edit.Charge;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What of a sidecar is fit for logs and counts: no sentence, no address. It is read from the words, for of a verdict that an
 * earlier delivery left in the ledger there is nothing else.
 *
 * @param charge what the reply tells of its price
 * @param calls over all deliveries
 * @param fault whose it is, where there is no picture
 */
public record SidecarDigest(
        Charge charge, Optional<String> model, Optional<String> provider, int calls, Optional<String> fault) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String MODEL = "/request/parameters/model";
    private static final String REQUEST_ID = "/reply/request_id";
    private static final String PROVIDER = "/reply/provider";
    private static final String COST = "/reply/cost";
    private static final String CURRENCY = "/reply/cost_currency";
    private static final String FAULT = "/error/fault";
    private static final Set<String> WANTED = Set.of(MODEL, REQUEST_ID, PROVIDER, COST, CURRENCY, FAULT);
    private static final Pattern CALL = Pattern.compile("/attempts/[0-9]+/outcome");

    /** Uploads and endpoints may put anything into names, the prompt too. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:/@+-]{1,128}");

    /** Reads a sidecar; empty where it is none. */
    public static Optional<SidecarDigest> read(String sidecar) {
        Map<String, String> values = new HashMap<>();
        int calls = 0;
        try (JsonParser json = JSON.createParser(sidecar)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                    String place = json.getParsingContext().pathAsPointer().toString();
                    if (WANTED.contains(place)) {
                        values.put(place, json.getText());
                    }
                    calls += CALL.matcher(place).matches() ? 1 : 0;
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.of(new SidecarDigest(
                new Charge(name(values, REQUEST_ID), Optional.ofNullable(values.get(COST)), name(values, CURRENCY)),
                name(values, MODEL),
                name(values, PROVIDER),
                calls,
                name(values, FAULT)));
    }

    private static Optional<String> name(Map<String, String> values, String place) {
        return Optional.ofNullable(values.get(place))
                .map(name -> NAME.matcher(name).matches() ? name : "unreadable");
    }
}
