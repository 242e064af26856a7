package io.github.s3imageedit.testing.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpResponse;

/** S3's own clock: what it says about an object's age needs nobody else's. */
interface TimeContract extends S3Contract {
    @Test
    default void tellsTheTimeBesideTheAge() {
        String bucket = newBucket();
        long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
        for (int turn = 0; System.nanoTime() < end; turn++) {
            SdkHttpResponse written = put(bucket, "lease", "turn " + turn).sdkHttpResponse();
            SdkHttpResponse read = read(bucket, "lease");

            // Whole seconds, and servers that keep a Date for as long: a second either way.
            assertThat(time(read, "Last-Modified"))
                    .isBetween(
                            time(written, "Date").minusSeconds(1),
                            time(read, "Date").plusSeconds(1));
        }
    }

    @Test
    default void makesWhatIsOverwrittenYoung() throws InterruptedException {
        String bucket = newBucket();
        put(bucket, "lease", "same");
        SdkHttpResponse old = read(bucket, "lease");
        Thread.sleep(Duration.ofMillis(1100)); // headers tell whole seconds
        put(bucket, "lease", "same");

        assertThat(time(read(bucket, "lease"), "Last-Modified")).isAfter(time(old, "Last-Modified"));
    }

    private SdkHttpResponse read(String bucket, String key) {
        return client().getObjectAsBytes(request -> request.bucket(bucket).key(key))
                .response()
                .sdkHttpResponse();
    }

    private static Instant time(SdkHttpResponse response, String header) {
        String text = response.firstMatchingHeader(header).orElseThrow();
        return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
    }
}
