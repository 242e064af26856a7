package io.github.s3imageedit.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.trigger.DoorTrial.Door;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether a door's reply is one that its sender understands, and speaks of nothing that the sender did not. */
final class ReplyForm {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> CODES = Set.of("Succeeded", "TemporaryFailure", "PermanentFailure");

    private final Door door;
    private final EventTexts texts;

    ReplyForm(Door door, EventTexts texts) {
        this.door = door;
        this.texts = texts;
    }

    void check(byte[] bytes) {
        JsonNode reply = JSON.readTree(bytes);
        switch (door) {
            case QUEUE -> checkQueue(reply);
            case EVENT_BRIDGE, NOTIFICATION -> checkTally(reply);
            case BATCH -> checkBatch(reply);
            case EDIT -> {
                if (reply.has("batchItemFailures")) {
                    checkQueue(reply);
                } else if (reply.has("results")) {
                    checkBatch(reply);
                } else {
                    checkTally(reply);
                }
            }
        }
    }

    private static void assertNames(JsonNode object, String... names) {
        assertThat(object.propertyNames()).containsExactlyInAnyOrder(names);
    }

    private static void checkTally(JsonNode reply) {
        assertNames(reply, "edited", "refused", "skipped");
        assertThat(reply.get("edited").intValue()).as("edited").isZero();
        assertThat(reply.get("refused").intValue()).as("refused").isZero();
        assertThat(reply.get("skipped").intValue()).as("skipped").isNotNegative();
    }

    private void checkQueue(JsonNode reply) {
        assertNames(reply, "batchItemFailures");
        List<String> ids = new ArrayList<>();
        for (JsonNode failure : reply.get("batchItemFailures")) {
            assertNames(failure, "itemIdentifier");
            ids.add(failure.get("itemIdentifier").stringValue());
        }
        assertOwn(ids);
    }

    private void checkBatch(JsonNode reply) {
        assertNames(reply, "invocationSchemaVersion", "treatMissingKeysAs", "invocationId", "results");
        assertThat(reply.get("invocationSchemaVersion").stringValue()).isIn("1.0", "2.0");
        assertThat(reply.get("treatMissingKeysAs").stringValue()).isIn(CODES);
        String invocation = reply.get("invocationId").stringValue();
        assertThat(invocation.isEmpty() || texts.contains(invocation))
                .as("invocation's id: %s", invocation)
                .isTrue();
        List<String> ids = new ArrayList<>();
        for (JsonNode result : reply.get("results")) {
            assertNames(result, "taskId", "resultCode", "resultString");
            assertThat(result.get("resultCode").stringValue()).isIn(CODES);
            String words = result.get("resultString").stringValue();
            assertThat(words.codePointCount(0, words.length())).isBetween(1, 1000);
            ids.add(result.get("taskId").stringValue());
        }
        assertOwn(ids);
    }

    private void assertOwn(List<String> ids) {
        assertThat(ids).doesNotHaveDuplicates();
        for (String id : ids) {
            assertThat(texts.contains(id)).as("id of the event: %s", id).isTrue();
        }
    }
}
