package io.github.s3imageedit.testing.s3;

import static io.github.s3imageedit.testing.s3.S3Contract.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Bytes, ranges, metadata, versions and multipart uploads. */
interface ObjectContract extends S3Contract {
    /** How {@code ä}, sent as the word {@code =?UTF-8?B?w6Q=?=}, comes back. */
    default String wordInMetadata() {
        return "=?UTF-8?B?w6Q=?=";
    }

    private String range(String bucket, String key, String range) {
        return client().getObjectAsBytes(
                        request -> request.bucket(bucket).key(key).range(range))
                .asUtf8String();
    }

    @Test
    default void sendsRanges() {
        String bucket = newBucket();
        put(bucket, "digits", "0123456789");

        assertThat(range(bucket, "digits", "bytes=0-3")).isEqualTo("0123");
        assertThat(range(bucket, "digits", "bytes=8-")).isEqualTo("89");
        assertThat(range(bucket, "digits", "bytes=-3")).isEqualTo("789");
        assertThat(range(bucket, "digits", "bytes=8-100")).isEqualTo("89");
        assertRefused(416, "InvalidRange", () -> range(bucket, "digits", "bytes=10-12"));
    }

    @Test
    default void hasNoRangeOfNothing() {
        String bucket = newBucket();
        put(bucket, "empty", "");

        assertRefused(416, "InvalidRange", () -> range(bucket, "empty", "bytes=0-63"));
        assertThat(text(bucket, "empty")).isEmpty();
    }

    @Test
    default void keepsMetadataAndType() {
        String bucket = newBucket();
        client().putObject(
                        request -> request.bucket(bucket)
                                .key("cat.png")
                                .contentType("image/png")
                                .metadata(Map.of("prompt", "a hat, red!", "word", "=?UTF-8?B?w6Q=?=")),
                        RequestBody.fromString("cat"));

        var head = client().headObject(request -> request.bucket(bucket).key("cat.png"));
        assertThat(head.contentType()).isEqualTo("image/png");
        assertThat(head.metadata()).containsEntry("prompt", "a hat, red!").containsEntry("word", wordInMetadata());
    }

    @Test
    default void keepsManyBytes() {
        String bucket = newBucket();
        byte[] bytes = new byte[3_000_001];
        new Random(1).nextBytes(bytes);
        client().putObject(request -> request.bucket(bucket).key("big"), RequestBody.fromBytes(bytes));

        assertThat(client().getObjectAsBytes(request -> request.bucket(bucket).key("big"))
                        .asByteArray())
                .isEqualTo(bytes);
    }

    @Test
    default void completesMultipartUploads() {
        String bucket = newBucket();
        String key = "a b/../multi+part.png";
        String upload = client().createMultipartUpload(
                        request -> request.bucket(bucket).key(key).tagging("prompt=a+hat"))
                .uploadId();
        String etag = client().uploadPart(
                        request ->
                                request.bucket(bucket).key(key).uploadId(upload).partNumber(1),
                        RequestBody.fromString("part"))
                .eTag();
        CompletedPart part = CompletedPart.builder().partNumber(1).eTag(etag).build();
        var completed = client().completeMultipartUpload(request ->
                request.bucket(bucket).key(key).uploadId(upload).multipartUpload(parts -> parts.parts(part)));

        assertThat(completed.key()).isEqualTo(key);
        assertThat(completed.eTag()).endsWith("-1\"");
        assertThat(text(bucket, key)).isEqualTo("part");
        assertThat(tags(bucket, key)).isEqualTo(Map.of("prompt", "a hat"));
    }

    @Test
    default void keepsVersions() {
        String bucket = newBucket(true);
        String first = putTagged(bucket, "cat.png", "prompt=first").versionId();
        String second = putTagged(bucket, "cat.png", "prompt=second").versionId();

        assertThat(first).isNotEqualTo(second);
        assertThat(client().getObjectTagging(
                                request -> request.bucket(bucket).key("cat.png").versionId(first))
                        .tagSet()
                        .get(0)
                        .value())
                .isEqualTo("first");
        assertThat(client().getObjectAsBytes(
                                request -> request.bucket(bucket).key("cat.png").versionId(first))
                        .response()
                        .versionId())
                .isEqualTo(first);
        client().deleteObject(request -> request.bucket(bucket).key("cat.png"));
        assertRefused(404, "NoSuchKey", () -> text(bucket, "cat.png"));
        assertThat(client().listObjectsV2(request -> request.bucket(bucket)).contents())
                .isEmpty();
    }
}
