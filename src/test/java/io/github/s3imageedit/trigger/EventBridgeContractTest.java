package io.github.s3imageedit.trigger;

import static io.github.s3imageedit.trigger.EventReaderTest.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import io.github.s3imageedit.job.UploadEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our reader and the class that Lambda would bind, which is named after schedules, read the same from a rule's event. */
class EventBridgeContractTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"example-key", "a+b.png", "a%20b.png", "100%.png", "ü 😀.png", "a \\\"b\\\" \\\\.png", "\\u00fc"
            })
    void readsWhatLambdaWouldBind(String key) throws IOException {
        String event = Shapes.ROUTED.replace("example-key", key);
        ScheduledEvent bound = Bound.as(ScheduledEvent.class, event);
        UploadEvent upload =
                EventReader.told(read(event)).mentions().getFirst().readings().getFirst();

        assertThat(bound.getSource()).isEqualTo("aws.s3");
        assertThat(bound.getDetailType()).isEqualTo("Object Created");
        assertThat(upload.time()).contains(Instant.ofEpochMilli(bound.getTime().getMillis()));
        assertThat(Optional.of(upload.object().bucket())).isEqualTo(text(bound, "bucket", "name"));
        assertThat(Optional.of(upload.object().key())).isEqualTo(text(bound, "object", "key"));
        assertThat(upload.object().version()).isEqualTo(text(bound, "object", "version-id"));
        assertThat(upload.etag()).isEqualTo(text(bound, "object", "etag"));
    }

    private static Optional<String> text(ScheduledEvent bound, String part, String field) {
        return bound.getDetail().get(part) instanceof Map<?, ?> fields
                ? Optional.of(String.valueOf(fields.get(field)))
                : Optional.empty();
    }
}
