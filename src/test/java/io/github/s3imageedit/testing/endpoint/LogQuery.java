package io.github.s3imageedit.testing.endpoint;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which records a reading of the request log asks for; the bounds themselves are within. */
record LogQuery(Optional<Instant> after, Optional<Instant> before, int limit, Optional<String> startingAfter) {
    private static final Set<String> NAMES = Set.of("created_after", "created_before", "limit", "starting_after");

    /** Ours: no page names the one that holds without {@code limit}. */
    private static final String DEFAULT_LIMIT = "20";

    private static final int MAX_LIMIT = 100;

    static LogQuery parse(String query) throws Refusal {
        Map<String, String> parameters = parameters(query);
        return new LogQuery(
                instant(parameters, "created_after"),
                instant(parameters, "created_before"),
                limit(parameters.getOrDefault("limit", DEFAULT_LIMIT)),
                Optional.ofNullable(parameters.get("starting_after")));
    }

    LogPage page(List<RequestRecord> newestFirst) throws Refusal {
        List<RequestRecord> rest = behindCursor(newestFirst).stream()
                .filter(record -> after.isEmpty() || !record.createdAt().isBefore(after.get()))
                .filter(record -> before.isEmpty() || !record.createdAt().isAfter(before.get()))
                .toList();
        List<RequestRecord> page = rest.subList(0, Math.min(limit, rest.size()));
        return new LogPage(
                page, rest.size() > limit ? Optional.of(address(page.getLast().id())) : Optional.empty());
    }

    private String address(String cursor) {
        return "/v1/requests?starting_after=" + cursor + "&limit=" + limit
                + after.map(instant -> "&created_after=" + instant).orElse("")
                + before.map(instant -> "&created_before=" + instant).orElse("");
    }

    private List<RequestRecord> behindCursor(List<RequestRecord> newestFirst) throws Refusal {
        if (startingAfter.isEmpty()) {
            return newestFirst;
        }
        int cursor = newestFirst.stream().map(RequestRecord::id).toList().indexOf(startingAfter.get());
        if (cursor < 0) {
            throw Refusal.invalid("starting_after", "No such request: '" + startingAfter.get() + "'.");
        }
        return newestFirst.subList(cursor + 1, newestFirst.size());
    }

    private static Map<String, String> parameters(String query) throws Refusal {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.isEmpty() ? List.<String>of() : List.of(query.split("&", -1))) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (equals < 0 || !NAMES.contains(name)) {
                throw Refusal.of(ErrorCode.UNKNOWN_PARAMETER, name, "Unknown parameter: '" + name + "'.");
            }
            if (parameters.put(name, decoded(name, pair.substring(equals + 1))) != null) {
                throw Refusal.invalid(name, "Duplicate parameter: '" + name + "'.");
            }
        }
        return parameters;
    }

    private static String decoded(String name, String value) throws Refusal {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw Refusal.invalid(name, "Malformed percent-encoding.");
        }
    }

    private static Optional<Instant> instant(Map<String, String> parameters, String name) throws Refusal {
        String text = parameters.getOrDefault(name, "");
        if (!parameters.containsKey(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    text.matches("[0-9]{1,11}") ? Instant.ofEpochSecond(Long.parseLong(text)) : Instant.parse(text));
        } catch (DateTimeException malformed) {
            throw Refusal.invalid(name, "`" + name + "` is neither an ISO-8601 instant nor Unix seconds.");
        }
    }

    private static int limit(String text) throws Refusal {
        int limit = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Refusal.invalid("limit", "`limit` must be 1 to " + MAX_LIMIT + ".");
        }
        return limit;
    }
}
