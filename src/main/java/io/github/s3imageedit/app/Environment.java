package io.github.s3imageedit.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads variables one by one, and gathers what is wrong with them. Blank is unset. */
final class Environment {
    private final Map<String, String> variables;
    private final List<String> faults = new ArrayList<>();

    Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    void fault(String name, String expected) {
        faults.add(name + " " + expected);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Whether there is such a variable, with nothing in it. */
    boolean isBlank(String name) {
        return variables.containsKey(name) && text(name).isEmpty();
    }

    String text(String name, String byDefault) {
        return text(name).orElse(byDefault);
    }

    Set<String> list(String name) {
        return text(name)
                .map(value -> value.split(",", -1))
                .map(parts -> Arrays.stream(parts).map(String::strip).filter(part -> !part.isEmpty()))
                .map(parts -> parts.collect(LinkedHashSet<String>::new, Set::add, Set::addAll))
                .orElseGet(LinkedHashSet::new);
    }

    long number(String name, long byDefault, long max) {
        return parsed(name, "must be a whole number from 1 to " + max, Environment::wholeNumber)
                .filter(value -> {
                    boolean fits = value >= 1 && value <= max;
                    if (!fits) {
                        fault(name, "must be a whole number from 1 to " + max + ", but is " + value);
                    }
                    return fits;
                })
                .orElse(byDefault);
    }

    private static Optional<Long> wholeNumber(String value) {
        return value.matches("[0-9]{1,15}") ? Optional.of(Long.parseLong(value)) : Optional.empty();
    }

    /** A value as something else; a fault where it cannot be read so. Values are not repeated: some are secret. */
    <T> Optional<T> parsed(String name, String expected, Function<String, Optional<T>> parser) {
        Optional<String> text = text(name);
        Optional<T> value = text.flatMap(parser);
        if (text.isPresent() && value.isEmpty()) {
            fault(name, expected);
        }
        return value;
    }
}
