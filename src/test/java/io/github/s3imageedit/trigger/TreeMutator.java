package io.github.s3imageedit.trigger;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Changes what an event's JSON says rather than how it is spelt, in the JSON within its texts, too. */
final class TreeMutator {
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    /** Before a name that is there already: trees hold no name twice, but texts do. */
    private static final String AGAIN = "@again@";

    private final RandomGenerator random;

    TreeMutator(RandomGenerator random) {
        this.random = random;
    }

    static JsonNode tree(byte[] event) {
        return JSON.readTree(event);
    }

    /** One or more changes, for which parts of another event may be used. */
    String mutated(JsonNode event, JsonNode other) {
        JsonNode tree = event.deepCopy();
        for (int change = random.nextInt(1, 4); change > 0; change--) {
            List<JsonNode> places = containers(tree);
            change(places.get(random.nextInt(places.size())), other);
        }
        return (random.nextBoolean() ? ASCII : JSON).writeValueAsString(tree).replace("\"" + AGAIN, "\"");
    }

    /** All objects and lists that are not empty, the whole first. */
    private static List<JsonNode> containers(JsonNode tree) {
        List<JsonNode> found = new ArrayList<>();
        found.add(tree);
        for (int place = 0; place < found.size(); place++) {
            for (JsonNode child : found.get(place)) {
                if (child.isContainer() && !child.isEmpty()) {
                    found.add(child);
                }
            }
        }
        return found;
    }

    private void change(JsonNode place, JsonNode other) {
        if (place instanceof ObjectNode object && !object.isEmpty()) {
            changeObject(object, other);
        } else if (place instanceof ArrayNode list && !list.isEmpty()) {
            changeList(list, other);
        }
    }

    private void changeObject(ObjectNode object, JsonNode other) {
        List<String> names = List.copyOf(object.propertyNames());
        String name = names.get(random.nextInt(names.size()));
        JsonNode value = object.get(name);
        switch (random.nextInt(10)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(AGAIN + name, random.nextBoolean() ? value : instead(value, other));
            case 2 -> object.set(AGAIN + HostileTexts.text(random), value);
            case 3 -> {
                String second = names.get(random.nextInt(names.size()));
                object.set(name, object.get(second));
                object.set(second, value);
            }
            case 4 -> {
                object.remove(name);
                object.set(anyName(other), value);
            }
            case 5 -> object.set(anyName(other), instead(value, other));
            default -> object.set(name, instead(value, other));
        }
    }

    private void changeList(ArrayNode list, JsonNode other) {
        int place = random.nextInt(list.size());
        JsonNode value = list.get(place);
        switch (random.nextInt(6)) {
            case 0 -> list.remove(place);
            case 1 -> list.insert(place, value);
            case 2 -> list.insert(place, instead(value, other));
            case 3 -> {
                for (int copies = random.nextInt(12); copies > 0; copies--) {
                    list.add(value);
                }
            }
            default -> list.set(place, instead(value, other));
        }
    }

    /** A name that another place of another event has. */
    private String anyName(JsonNode other) {
        JsonNode place = anyPart(other);
        List<String> names = List.copyOf(place.propertyNames());
        return names.isEmpty() ? HostileTexts.text(random) : names.get(random.nextInt(names.size()));
    }

    private JsonNode anyPart(JsonNode other) {
        List<JsonNode> parts = containers(other);
        return parts.get(random.nextInt(parts.size())).deepCopy();
    }

    private JsonNode instead(JsonNode value, JsonNode other) {
        if (value.isString() && value.stringValue().startsWith("{") && random.nextInt(3) > 0) {
            return JSON.getNodeFactory().stringNode(withinText(value.stringValue(), other));
        }
        return switch (random.nextInt(10)) {
            case 0, 1 -> JSON.getNodeFactory().rawValueNode(new RawValue(HostileTexts.raw(random)));
            case 2 -> anyPart(other);
            case 3 -> JSON.getNodeFactory().stringNode(other.toString());
            case 4 -> JSON.createArrayNode().add(value);
            case 5 -> JSON.createObjectNode().set(anyName(other), value);
            case 6 -> JSON.getNodeFactory().stringNode(value.toString());
            default -> JSON.getNodeFactory().stringNode(HostileTexts.text(random));
        };
    }

    private String withinText(String text, JsonNode other) {
        try {
            return mutated(JSON.readTree(text), other);
        } catch (JacksonException noJson) {
            return HostileTexts.text(random) + text;
        }
    }
}
