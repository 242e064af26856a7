package io.github.s3imageedit.testing.endpoint;

import java.util.List;
import java.util.Set;

/** Who may ask: exactly one key, in exactly the documented header. */
record KeyRules(Dialect dialect, Set<String> keys) {
    void check(Headers headers) throws Refusal {
        List<String> bearer = headers.all("Authorization");
        List<String> apiKey = headers.all("api-key");
        if (bearer.size() + apiKey.size() != 1) {
            throw refusal("Exactly one API key is needed; found " + (bearer.size() + apiKey.size()) + ".");
        }
        if (!apiKey.isEmpty() && dialect != Dialect.AZURE) {
            throw refusal("Send the API key as `Authorization: Bearer KEY`.");
        }
        String scheme = apiKey.isEmpty() ? "Bearer " : "";
        String value = apiKey.isEmpty() ? bearer.getFirst() : apiKey.getFirst();
        if (!value.startsWith(scheme) || !keys.contains(value.substring(scheme.length()))) {
            throw refusal("Invalid or malformed API key.");
        }
    }

    private static Refusal refusal(String message) {
        return Refusal.of(ErrorCode.AUTHENTICATION_FAILED, message);
    }
}
