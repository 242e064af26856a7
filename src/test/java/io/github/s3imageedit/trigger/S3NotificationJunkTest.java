package io.github.s3imageedit.trigger;

import static io.github.s3imageedit.trigger.S3NotificationTest.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.s3imageedit.job.UploadEvent;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no S3 sends: it may be refused or read past, but never lost in silence, and never run endlessly. */
@Timeout(20)
class S3NotificationJunkTest {
    private static final String EVENT = Events.PUT;

    @Test
    void refusesAnEventThatEndsTooSoon() {
        for (int length = 0; length < EVENT.lastIndexOf('}'); length += 7) {
            String part = EVENT.substring(0, length);
            assertThatThrownBy(() -> read(part)).as(part).isInstanceOf(UnknownEventException.class);
        }
    }

    @Test
    void refusesWhatIsNoJson() {
        for (String text :
                new String[] {"", "hello", "<xml/>", "{Records:[]}", "{\"Records\":[}", "\u0000", "{\"a\":'b'}"}) {
            assertThatThrownBy(() -> read(text)).as(text).isInstanceOf(UnknownEventException.class);
        }
    }

    @Test
    void readsPastMegabytesOfJunk() throws IOException {
        String junk =
                "\"junk\":[" + "{\"a\":[1,\"b\"]},".repeat(200_000) + "0],\"text\":\"" + "x".repeat(3_000_000) + "\",";

        assertThat(read(EVENT.replaceFirst("\"eventVersion\"", junk + "\"eventVersion\"")))
                .hasSize(1);
        assertThat(read(EVENT.replaceFirst("\"Records\"", junk + "\"Records\"")))
                .hasSize(1);
    }

    @Test
    void refusesDeepNestingWithoutFallingOver() {
        String deep = "\"junk\":" + "[".repeat(100_000);

        assertThatThrownBy(() -> read(EVENT.replaceFirst("\"Records\"", deep)))
                .isInstanceOf(UnknownEventException.class);
        assertThatThrownBy(() -> read(EVENT.replaceFirst("\"eventTime\"", deep)))
                .isInstanceOf(UnknownEventException.class);
        assertThatThrownBy(() -> read(EVENT.replaceFirst("\"size\"", deep))).isInstanceOf(UnknownEventException.class);
    }

    /** In each of the places that are read, a value of another type. */
    @ParameterizedTest
    @ValueSource(strings = {"eventName", "name", "key", "s3", "bucket", "object"})
    void losesNoRecordToAValueOfAnotherType(String field) {
        for (String wrong :
                new String[] {"[]", "[\"x\"]", "[[{}]]", "{}", "{\"a\":{\"b\":[1]}}", "null", "7", "true"}) {
            String event = EVENT.replaceFirst("\"" + field + "\":", "\"" + field + "\":" + wrong + ",\"was\":");
            assertThatThrownBy(() -> read(event)).as(field + " as " + wrong).isInstanceOf(UnknownEventException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"eventTime", "versionId", "eTag", "s3SchemaVersion", "userIdentity", "size", "ownerIdentity"})
    void readsPastValuesOfAnotherTypeWhereTheyDoNotMatter(String field) throws IOException {
        for (String wrong : new String[] {"[]", "[\"x\"]", "{}", "{\"s3\":{\"a\":[1]}}", "null"}) {
            String event = EVENT.replaceFirst("\"" + field + "\":", "\"" + field + "\":" + wrong + ",\"was\":");
            assertThat(read(event))
                    .as(field + " as " + wrong)
                    .extracting(upload -> upload.object().key())
                    .containsExactly("Happy Face.jpg");
        }
    }

    @Test
    void givesAnAnswerToMutatedEvents() throws IOException {
        Random random = new Random(7);
        for (int round = 0; round < 3000; round++) {
            StringBuilder event = new StringBuilder(EVENT);
            for (int change = random.nextInt(1, 4); change > 0; change--) {
                event.setCharAt(random.nextInt(event.length()), "{}[]\":,x0".charAt(random.nextInt(9)));
            }
            assertThat(sizeOf(event.toString())).isBetween(-1, 1);
        }
    }

    private static int sizeOf(String event) throws IOException {
        try {
            List<UploadEvent> uploads = read(event);
            return uploads.size();
        } catch (UnknownEventException refused) {
            return -1;
        }
    }
}
