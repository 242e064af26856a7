package io.github.s3imageedit.testing.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

class SharedBackendIT {
    @Test
    void sharesOneThatAnswers() {
        S3Backend backend = S3Backend.shared();
        String bucket = "shared-" + UUID.randomUUID();
        backend.createBucket(bucket);

        try (ReceivedEvents events = backend.events(bucket)) {
            backend.client().putObject(put -> put.bucket(bucket).key("cat.png"), RequestBody.fromString("cat"));
            String first = events.next(Duration.ofSeconds(20)).orElseThrow();
            String event = first.contains("s3:TestEvent")
                    ? events.next(Duration.ofSeconds(20)).orElseThrow()
                    : first;
            assertThat(event).contains("ObjectCreated:Put", bucket);
        }
        assertThat(S3Backend.shared()).isSameAs(backend);
        assertThat(backend.environment())
                .containsEntry("AWS_ENDPOINT_URL", backend.endpoint().toString());
    }
}
