package io.github.s3imageedit.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares an event with its sample field by field: names, types and values; of what is each event's own, the form. */
public final class EventDifferences {
    private static final JsonMapper JSON = new JsonMapper();

    private final List<EventDifference> found = new ArrayList<>();

    private EventDifferences() {}

    public static List<EventDifference> between(JsonNode sample, JsonNode received) {
        EventDifferences differences = new EventDifferences();
        differences.compare("", "", sample, received);
        return differences.found;
    }

    private void compare(String path, String name, JsonNode sample, JsonNode received) {
        if (sample.getNodeType() != received.getNodeType()) {
            found.add(new EventDifference(
                    path, "is " + received.getNodeType() + ", in the sample " + sample.getNodeType()));
        } else if (sample.isObject()) {
            compareFields(path, sample, received);
        } else if (sample.isArray()) {
            compareElements(path, name, sample, received);
        } else if (isJson(sample) && isJson(received)) {
            compare(path, name, JSON.readTree(sample.asString()), JSON.readTree(received.asString()));
        } else {
            OwnForms.of(name)
                    .ifPresentOrElse(
                            form -> compareForms(path, form, sample, received),
                            () -> compareValues(path, sample, received));
        }
    }

    private void compareFields(String path, JsonNode sample, JsonNode received) {
        TreeSet<String> names = new TreeSet<>(sample.propertyNames());
        names.addAll(received.propertyNames());
        for (String name : names) {
            String inner = path.isEmpty() ? name : path + "." + name;
            if (!received.has(name)) {
                found.add(new EventDifference(inner, "is missing"));
            } else if (!sample.has(name)) {
                found.add(new EventDifference(inner, "is not in the sample"));
            } else {
                compare(inner, name, sample.get(name), received.get(name));
            }
        }
    }

    private void compareElements(String path, String name, JsonNode sample, JsonNode received) {
        if (sample.size() != received.size()) {
            found.add(new EventDifference(path, "has " + received.size() + ", in the sample " + sample.size()));
        }
        for (int index = 0; index < Math.min(sample.size(), received.size()); index++) {
            compare(path + "[" + index + "]", name, sample.get(index), received.get(index));
        }
    }

    /** An event in a text, as envelopes have it; compared as JSON. */
    private static boolean isJson(JsonNode node) {
        return node.isString() && node.asString().startsWith("{");
    }

    private void compareForms(String path, Pattern form, JsonNode sample, JsonNode received) {
        if (!form.matcher(sample.asString()).matches()) {
            found.add(new EventDifference(path, "is in the sample not like " + form));
        }
        if (!form.matcher(received.asString()).matches()) {
            found.add(new EventDifference(path, "is not like " + form));
        }
    }

    private void compareValues(String path, JsonNode sample, JsonNode received) {
        if (!sample.equals(received)) {
            found.add(new EventDifference(path, "is " + received + ", in the sample " + sample));
        }
    }
}
