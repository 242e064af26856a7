package io.github.s3imageedit.testing.s3;

import static io.github.s3imageedit.testing.s3.S3Contract.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Keys of all kinds, in every request that names one, and in listings. */
interface KeyContract extends S3Contract {
    static List<String> oddKeys() {
        return OddKeys.all();
    }

    @ParameterizedTest
    @MethodSource("oddKeys")
    default void carriesOddKeys(String key) {
        String bucket = newBucket();
        putTagged(bucket, key, "prompt=a+hat");

        assertThat(text(bucket, key)).isEqualTo("tagged");
        assertThat(tags(bucket, key)).isEqualTo(Map.of("prompt", "a hat"));
        assertThat(client().headObject(request -> request.bucket(bucket).key(key))
                        .contentLength())
                .isEqualTo(6);
        assertThat(keys(client().listObjectsV2(request -> request.bucket(bucket))))
                .containsExactly(key);
        assertThat(keys(client().listObjectsV2(
                                request -> request.bucket(bucket).prefix(key).encodingType(EncodingType.URL))))
                .containsExactly(key);
        client().copyObject(request -> request.sourceBucket(bucket)
                .sourceKey(key)
                .destinationBucket(bucket)
                .destinationKey("copy"));
        assertThat(text(bucket, "copy")).isEqualTo("tagged");
        client().deleteObject(request -> request.bucket(bucket).key(key));
        assertThat(keys(client().listObjectsV2(request -> request.bucket(bucket))))
                .containsExactly("copy");
    }

    private static List<String> keys(ListObjectsV2Response listing) {
        return listing.contents().stream().map(S3Object::key).toList();
    }

    @Test
    default void refusesKeysThatAreTooLong() {
        String bucket = newBucket();

        assertThat(OddKeys.LONGEST.getBytes(UTF_8)).hasSize(1024);
        assertRefused(400, "KeyTooLongError", () -> put(bucket, OddKeys.LONGEST + "y", "too long"));
    }

    @Test
    default void saysWhichKeyIsMissing() {
        String bucket = newBucket();

        assertRefused(404, "NoSuchKey", () -> text(bucket, "no/../such.png"));
        assertThat(catchThrowable(() ->
                        client().headObject(request -> request.bucket(bucket).key("nosuch.png"))))
                .isInstanceOf(NoSuchKeyException.class);
        assertRefused(404, "NoSuchBucket", () -> put("no-such-bucket", "cat.png", "cat"));
    }

    @Test
    default void listsInOrderOfBytes() {
        String bucket = newBucket();
        List<String> ordered = List.of(" ", "+", "/", "A", "a", "a b", "a+b", "a/b", "aa", "é", "語", "\uFFFD", "😀");
        ordered.reversed().forEach(key -> put(bucket, key, "x"));

        assertThat(keys(client().listObjectsV2(request -> request.bucket(bucket))))
                .isEqualTo(ordered);
        assertThat(keys(client().listObjectsV2(request -> request.bucket(bucket).startAfter("a b"))))
                .isEqualTo(ordered.subList(6, ordered.size()));
    }

    @Test
    default void pagesThroughListings() {
        String bucket = newBucket();
        List<String> keys = List.of("a b", "a+b", "b/1", "b/2", "c");
        keys.forEach(key -> put(bucket, key, "x"));

        assertThat(pages(bucket)).isEqualTo(keys);
        assertThat(client().listObjectsV2Paginator(
                                request -> request.bucket(bucket).maxKeys(1).delimiter("/"))
                        .commonPrefixes())
                .extracting(CommonPrefix::prefix)
                .containsExactly("b/");
    }

    @Test
    default void pagesBeyondAscii() {
        skipIf(Difference.PAGES_IN_ASCII);
        String bucket = newBucket();
        List<String> keys = List.of("é", "語", "😀");
        keys.forEach(key -> put(bucket, key, "x"));

        assertThat(pages(bucket)).isEqualTo(keys);
    }

    private List<String> pages(String bucket) {
        return client().listObjectsV2Paginator(request -> request.bucket(bucket).maxKeys(2)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    @Test
    default void groupsByDelimiter() {
        String bucket = newBucket();
        putAll(bucket, "in/a.png", "in/b c/1.png", "in/b c/2.png", "in/d+e/1.png", "in/z.png", "out/a.png");

        ListObjectsV2Response listing = client().listObjectsV2(
                        request -> request.bucket(bucket).prefix("in/").delimiter("/"));
        assertThat(keys(listing)).containsExactly("in/a.png", "in/z.png");
        assertThat(listing.commonPrefixes()).extracting(CommonPrefix::prefix).containsExactly("in/b c/", "in/d+e/");
        assertThat(listing.keyCount()).isEqualTo(4);
    }

    private void putAll(String bucket, String... keys) {
        Arrays.stream(keys).forEach(key -> put(bucket, key, "x"));
    }

    @Test
    default void deletesManyAtOnce() {
        String bucket = newBucket();
        putAll(bucket, "a b.png", "../c&d.png", "keep.png");
        List<ObjectIdentifier> doomed = Stream.of("a b.png", "../c&d.png")
                .map(key -> ObjectIdentifier.builder().key(key).build())
                .toList();
        client().deleteObjects(request -> request.bucket(bucket).delete(deletion -> deletion.objects(doomed)));

        assertThat(keys(client().listObjectsV2(request -> request.bucket(bucket))))
                .containsExactly("keep.png");
    }
}
