package io.github.s3imageedit.testing.endpoint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** HTTP header fields: names in any case, every value kept in order. */
public record Headers(Map<String, List<String>> byName) {
    public Headers {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.forEach((name, values) ->
                copy.computeIfAbsent(name, key -> new ArrayList<>()).addAll(values));
        copy.replaceAll((name, values) -> List.copyOf(values));
        byName = Collections.unmodifiableMap(copy);
    }

    public static Headers none() {
        return new Headers(Map.of());
    }

    public List<String> all(String name) {
        return byName.getOrDefault(name, List.of());
    }

    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    public boolean has(String name) {
        return byName.containsKey(name);
    }

    Headers with(String name, String value) {
        Map<String, List<String>> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(byName);
        more.computeIfAbsent(name, key -> List.of());
        more.computeIfPresent(name, (key, values) -> {
            List<String> longer = new ArrayList<>(values);
            longer.add(value);
            return longer;
        });
        return new Headers(more);
    }
}
