package io.github.s3imageedit.testing.s3;

import static io.github.s3imageedit.testing.s3.S3Contract.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Conditions of reads and writes, and that one of many racing writers wins. */
interface ConditionContract extends S3Contract {
    int WRITERS = 50;

    private void putNew(String bucket, String key, String text) {
        client().putObject(request -> request.bucket(bucket).key(key).ifNoneMatch("*"), RequestBody.fromString(text));
    }

    private PutObjectResponse putOver(String bucket, String key, String etag, String text) {
        return client().putObject(
                        request -> request.bucket(bucket).key(key).ifMatch(etag), RequestBody.fromString(text));
    }

    @Test
    default void putsOnlyWhereNothingIs() {
        String bucket = newBucket();
        putNew(bucket, "cat.png", "first");

        assertRefused(412, "PreconditionFailed", () -> putNew(bucket, "cat.png", "second"));
        assertThat(text(bucket, "cat.png")).isEqualTo("first");
    }

    @Test
    default void putsOnlyOverWhatIsExpected() {
        String bucket = newBucket();
        String first = put(bucket, "cat.png", "first").eTag();
        String second = putOver(bucket, "cat.png", first, "second").eTag();

        assertThat(second).isNotEqualTo(first);
        assertRefused(412, "PreconditionFailed", () -> putOver(bucket, "cat.png", first, "third"));
        assertThat(text(bucket, "cat.png")).isEqualTo("second");
        putOver(bucket, "cat.png", second, "fourth");
        assertThat(text(bucket, "cat.png")).isEqualTo("fourth");
    }

    @Test
    default void putsOverNothingWhereNothingIs() {
        String bucket = newBucket();
        String etag = put(bucket, "cat.png", "cat").eTag();

        assertRefused(404, "NoSuchKey", () -> putOver(bucket, "dog.png", etag, "dog"));
        client().deleteObject(request -> request.bucket(bucket).key("cat.png"));
        assertRefused(404, "NoSuchKey", () -> putOver(bucket, "cat.png", etag, "dog"));
        assertRefused(404, "NoSuchBucket", () -> putOver("no-" + bucket, "cat.png", etag, "dog"));
    }

    @Test
    default void getsOnlyWhatIsExpected() {
        String bucket = newBucket();
        String first = put(bucket, "cat.png", "first").eTag();
        assertThat(get(bucket, first)).isEqualTo("first");
        put(bucket, "cat.png", "second");

        assertRefused(412, "PreconditionFailed", () -> get(bucket, first));
        S3Exception headed = catchThrowableOfType(
                S3Exception.class,
                () -> client().headObject(
                                request -> request.bucket(bucket).key("cat.png").ifMatch(first)));
        assertThat(headed.statusCode()).isEqualTo(412);
    }

    private String get(String bucket, String etag) {
        return client().getObjectAsBytes(
                        request -> request.bucket(bucket).key("cat.png").ifMatch(etag))
                .asUtf8String();
    }

    @Test
    default void letsOneOfManyNewcomersWin() throws InterruptedException, ExecutionException {
        String bucket = newBucket();
        for (int round = 0; round < 3; round++) {
            String key = "claim-" + round;
            assertThat(winners(writer -> putNew(bucket, key, "writer " + writer)))
                    .containsOnlyOnce(text(bucket, key))
                    .hasSize(1);
        }
    }

    @Test
    default void letsOneOfManyTakersWin() throws InterruptedException, ExecutionException {
        String bucket = newBucket();
        String etag = put(bucket, "lease", "free").eTag();

        assertThat(winners(writer -> putOver(bucket, "lease", etag, "writer " + writer)))
                .containsExactly(text(bucket, "lease"));
    }

    private static List<String> winners(Write write) throws InterruptedException, ExecutionException {
        List<Callable<String>> writers = IntStream.range(0, WRITERS)
                .<Callable<String>>mapToObj(writer -> () -> {
                    try {
                        write.by(writer);
                        return "writer " + writer;
                    } catch (S3Exception lost) {
                        // 409: another write of the key was under way.
                        assertThat(lost.statusCode()).isIn(412, 409);
                        return "";
                    }
                })
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<String> results = new ArrayList<>();
            for (Future<String> result : threads.invokeAll(writers)) {
                results.add(result.get());
            }
            results.removeIf(String::isEmpty);
            return results;
        }
    }

    /** One writer's attempt. */
    interface Write {
        void by(int writer);
    }
}
