package io.github.s3imageedit.permission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Every call of each function, once; in the template's names of the functions, for the template's tests read them. */
final class SeenCalls {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Set<SeenCall>> calls = new ConcurrentSkipListMap<>();

    void add(String function, SeenCall call) {
        calls.computeIfAbsent(function, name -> new ConcurrentSkipListSet<>()).add(call);
    }

    /** What is asked for, and of what kind of thing, such as {@code s3:PutObject output-object}. */
    List<String> permissions(String function) {
        return calls.getOrDefault(function, Set.of()).stream()
                .map(call -> call.action() + " " + kind(call))
                .distinct()
                .toList();
    }

    private static String kind(SeenCall call) {
        return call.resource().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    void writeTo(Path file) throws IOException {
        Map<String, List<Map<String, String>>> json = calls.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry ->
                                entry.getValue().stream().map(SeenCalls::fields).toList(),
                        (one, other) -> one,
                        ConcurrentSkipListMap::new));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json), UTF_8);
    }

    private static Map<String, String> fields(SeenCall call) {
        return Map.of("action", call.action(), "resource", kind(call), "name", call.name());
    }
}
