package io.github.s3imageedit.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a wish from its carriers: the first that says something of a parameter wins. */
final class WishReader {
    private static final String MASK = "mask";
    private static final String VARIATION = "variation";
    private static final Pattern IMAGE = Pattern.compile("image(_([2-9]|[1-9][0-9]))?");
    private static final List<String> OWN_NAMES = List.of(MASK, "image", VARIATION);

    private final JobRules rules;

    WishReader(JobRules rules) {
        this.rules = rules;
    }

    /** @param carriers what the upload says, in order of precedence; the defaults are added here */
    Wish read(List<Carrier> carriers) {
        Map<String, Parameter> said = said(carriers);
        Map<String, Parameter> parameters = new LinkedHashMap<>(said);
        // Misspelt words are part of the wish, too: corrected, it is another one.
        Optional<String> misspelt = misspeltPrompt(said);
        parameters
                .keySet()
                .removeIf(name ->
                        !isParameter(name) && misspelt.filter(name::equals).isEmpty());
        parameters.putIfAbsent("model", new Parameter(rules.defaultModel(), Origin.DEFAULT));
        // An upscaler takes no prompt: a default meant for edits would change the picture instead.
        if (!parameters.containsKey("scale_factor")) {
            rules.defaultPrompt()
                    .ifPresent(prompt -> parameters.putIfAbsent("prompt", new Parameter(prompt, Origin.DEFAULT)));
        }
        return new Wish(
                Parameters.of(parameters),
                value(said, MASK),
                images(said),
                value(said, VARIATION),
                warnings(said),
                misspelt.map(Fault::misspeltPrompt).or(() -> badParameter(said)));
    }

    private static Map<String, Parameter> said(List<Carrier> carriers) {
        Map<String, Parameter> said = new TreeMap<>();
        for (Carrier carrier : carriers) {
            carrier.values().forEach((name, value) -> {
                String words = stripped(value);
                if (!words.isEmpty()) {
                    said.putIfAbsent(name, new Parameter(words, carrier.origin()));
                }
            });
        }
        return said;
    }

    /** Without the blanks around it; those that do not break a line, which S3 takes in tags, are no words either. */
    private static String stripped(String value) {
        int start = 0;
        int end = value.length();
        while (start < end && isBlank(value.charAt(start))) {
            start++;
        }
        while (start < end && isBlank(value.charAt(end - 1))) {
            end--;
        }
        return value.substring(start, end);
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character);
    }

    private boolean isParameter(String name) {
        return ParameterRule.of(name).isPresent() || rules.passThrough().contains(name);
    }

    private static Optional<String> value(Map<String, Parameter> said, String name) {
        return Optional.ofNullable(said.get(name)).map(Parameter::value);
    }

    private static List<String> images(Map<String, Parameter> said) {
        Map<Integer, String> byNumber = new TreeMap<>();
        said.forEach((name, parameter) -> {
            if (IMAGE.matcher(name).matches()) {
                byNumber.put(
                        name.equals("image") ? 1 : Integer.parseInt(name.substring("image_".length())),
                        parameter.value());
            }
        });
        return List.copyOf(byNumber.values());
    }

    private List<String> warnings(Map<String, Parameter> said) {
        List<String> warnings = new ArrayList<>();
        nearMisses(said.keySet())
                .forEach((name, meant) ->
                        warnings.add("\"" + name + "\" is no parameter and was ignored; was \"" + meant + "\" meant?"));
        return warnings;
    }

    /** Names that are none of ours, with what was perhaps meant. */
    Map<String, String> nearMisses(Set<String> names) {
        Map<String, String> meant = new TreeMap<>();
        for (String name : names) {
            if (!isParameter(name)
                    && !OWN_NAMES.contains(name)
                    && !IMAGE.matcher(name).matches()) {
                Misspelling.of(name, knownNames()).ifPresent(known -> meant.put(name, known));
            }
        }
        return meant;
    }

    private List<String> knownNames() {
        return Stream.of(ParameterRule.fields(), OWN_NAMES, rules.passThrough())
                .flatMap(names -> names.stream())
                .toList();
    }

    private static Optional<Fault> badParameter(Map<String, Parameter> said) {
        return said.entrySet().stream()
                .flatMap(entry ->
                        ParameterRule.of(entry.getKey())
                                .flatMap(rule -> rule.faultOf(entry.getValue().value()))
                                .stream())
                .findFirst();
    }

    /** Paying for a default while the upload's own words are misspelt would be an edit that nobody asked for. */
    private Optional<String> misspeltPrompt(Map<String, Parameter> said) {
        return said.keySet().stream()
                .filter(name -> !isParameter(name) && Misspelling.isMisspelling(name, "prompt"))
                .filter(name -> Stream.of("prompt", "scale_factor")
                        .noneMatch(right -> isBefore(said.get(right), said.get(name))))
                .findFirst();
    }

    /** Whether a parameter is said, by the same carrier as another one or by one that comes before it. */
    private static boolean isBefore(@Nullable Parameter one, @Nullable Parameter other) {
        return one != null && other != null && one.origin().compareTo(other.origin()) <= 0;
    }
}
