package io.github.s3imageedit.job;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The effective parameters of an edit, defaults included, in the order in which they are sent. */
public record Parameters(SortedMap<String, Parameter> byName) {
    public Parameters {
        SortedMap<String, Parameter> sorted = new TreeMap<>(
                Comparator.comparingInt(ParameterRule::position).thenComparing(Comparator.<String>naturalOrder()));
        sorted.putAll(byName);
        byName = Collections.unmodifiableSortedMap(sorted);
    }

    static Parameters of(Map<String, Parameter> byName) {
        return new Parameters(new TreeMap<>(byName));
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(byName.get(name)).map(Parameter::value);
    }

    public boolean isUploads(String name) {
        return origin(name).filter(Origin::isUploads).isPresent();
    }

    /** Who said it; empty where nobody did. */
    public Optional<Origin> origin(String name) {
        return Optional.ofNullable(byName.get(name)).map(Parameter::origin);
    }

    /** How many pictures are asked for; 1 where nothing, or nothing readable, is said. */
    public int count() {
        return value("n")
                .filter(ParameterRule.COUNT::accepts)
                .map(Integer::parseInt)
                .orElse(1);
    }
}
