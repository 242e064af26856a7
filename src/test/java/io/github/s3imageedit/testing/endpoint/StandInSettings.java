package io.github.s3imageedit.testing.endpoint;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How a stand-in is set up; port 0 takes a free one.
 *
 * @param mediaOrigin the scheme and host that result links name, where it is not this server
 * @param delay before every reply to an edit call
 * @param furtherFields form fields that are accepted beside the documented ones
 * @param lines gets a line per call
 */
public record StandInSettings(
        Dialect dialect,
        String host,
        int port,
        Set<String> keys,
        Optional<String> mediaOrigin,
        Duration delay,
        Set<String> furtherFields,
        Consumer<String> lines) {
    /** The key of every test: {@code .ci/secrets} looks for it in all that they print. */
    public static final String DEFAULT_KEY = "sk-never-in-a-log-4fd1";

    public StandInSettings {
        keys = Set.copyOf(keys);
        furtherFields = Set.copyOf(furtherFields);
    }

    public static StandInSettings of(Dialect dialect) {
        return new StandInSettings(
                dialect, "127.0.0.1", 0, Set.of(DEFAULT_KEY), Optional.empty(), Duration.ZERO, Set.of(), line -> {});
    }

    public StandInSettings speaking(Dialect other) {
        return new StandInSettings(other, host, port, keys, mediaOrigin, delay, furtherFields, lines);
    }

    public StandInSettings boundTo(String otherHost, int otherPort) {
        return new StandInSettings(dialect, otherHost, otherPort, keys, mediaOrigin, delay, furtherFields, lines);
    }

    public StandInSettings withKeys(Set<String> otherKeys) {
        return new StandInSettings(dialect, host, port, otherKeys, mediaOrigin, delay, furtherFields, lines);
    }

    public StandInSettings withMediaOrigin(String origin) {
        return new StandInSettings(dialect, host, port, keys, Optional.of(origin), delay, furtherFields, lines);
    }

    public StandInSettings withDelay(Duration otherDelay) {
        return new StandInSettings(dialect, host, port, keys, mediaOrigin, otherDelay, furtherFields, lines);
    }

    public StandInSettings withFurtherFields(Set<String> names) {
        return new StandInSettings(dialect, host, port, keys, mediaOrigin, delay, names, lines);
    }

    public StandInSettings withLines(Consumer<String> otherLines) {
        return new StandInSettings(dialect, host, port, keys, mediaOrigin, delay, furtherFields, otherLines);
    }
}
