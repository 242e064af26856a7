package io.github.s3imageedit.testing.s3;

import static io.github.s3imageedit.testing.s3.S3Contract.assertRefused;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.TaggingDirective;

/** Tags: by header, by request, by copy and by multipart upload. */
interface TagContract extends S3Contract {
    /** The error code for a character that tags cannot hold, in the header. */
    default String codeOfBadTag() {
        return "InvalidTag";
    }

    @Test
    default void decodesTheTagsOfAPut() {
        String bucket = newBucket();
        putTagged(bucket, "cat.png", "prompt=add+a%20red%2Bhat%3Dbig&model=a/b:c@d_e-f.g&empty=&na%C3%AFve=%E8%AA%9E");

        assertThat(tags(bucket, "cat.png"))
                .isEqualTo(Map.of("prompt", "add a red+hat=big", "model", "a/b:c@d_e-f.g", "empty", "", "naïve", "語"));
    }

    @Test
    default void countsTagsWhereThereAreAny() {
        String bucket = newBucket();
        putTagged(bucket, "tagged.png", "a=1&b=2");
        put(bucket, "plain.png", "plain");

        assertThat(head(bucket, "tagged.png").sdkHttpResponse().firstMatchingHeader("x-amz-tagging-count"))
                .contains("2");
        assertThat(head(bucket, "plain.png").sdkHttpResponse().firstMatchingHeader("x-amz-tagging-count"))
                .isEmpty();
        assertThat(client().getObjectAsBytes(request -> request.bucket(bucket).key("tagged.png"))
                        .response()
                        .tagCount())
                .isEqualTo(2);
    }

    private HeadObjectResponse head(String bucket, String key) {
        return client().headObject(request -> request.bucket(bucket).key(key));
    }

    @Test
    default void replacesTheWholeSet() {
        String bucket = newBucket();
        putTagged(bucket, "cat.png", "old=1");
        retag(bucket, "cat.png", "prompt", "a hat = a + b");

        assertThat(tags(bucket, "cat.png")).isEqualTo(Map.of("prompt", "a hat = a + b"));
    }

    private void retag(String bucket, String key, String tag, String value) {
        client().putObjectTagging(request -> request.bucket(bucket)
                .key(key)
                .tagging(tagging ->
                        tagging.tagSet(Tag.builder().key(tag).value(value).build())));
    }

    @Test
    default void forgetsTagsWithTheirObject() {
        String bucket = newBucket();
        putTagged(bucket, "cat.png", "prompt=hat");
        put(bucket, "cat.png", "again");
        assertThat(tags(bucket, "cat.png")).isEmpty();

        putTagged(bucket, "dog.png", "prompt=hat");
        client().deleteObject(request -> request.bucket(bucket).key("dog.png"));
        assertRefused(404, "NoSuchKey", () -> tags(bucket, "dog.png"));
        put(bucket, "dog.png", "again");
        assertThat(tags(bucket, "dog.png")).isEmpty();

        putTagged(bucket, "cow.png", "prompt=hat");
        client().deleteObjectTagging(request -> request.bucket(bucket).key("cow.png"));
        assertThat(tags(bucket, "cow.png")).isEmpty();
    }

    @Test
    default void copiesOrReplacesTags() {
        String bucket = newBucket();
        putTagged(bucket, "from.png", "prompt=a%20hat");
        client().copyObject(request -> request.sourceBucket(bucket)
                .sourceKey("from.png")
                .destinationBucket(bucket)
                .destinationKey("same.png"));
        client().copyObject(request -> request.sourceBucket(bucket)
                .sourceKey("from.png")
                .destinationBucket(bucket)
                .destinationKey("other.png")
                .taggingDirective(TaggingDirective.REPLACE)
                .tagging("prompt=a+shoe"));

        assertThat(tags(bucket, "same.png")).isEqualTo(Map.of("prompt", "a hat"));
        assertThat(tags(bucket, "other.png")).isEqualTo(Map.of("prompt", "a shoe"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prompt=a%2C%20b",
                "prompt=it%27s",
                "prompt=(hat)",
                "prompt=what%3F",
                "prompt=hat%21",
                "prompt=%F0%9F%98%80",
                "a%26b=hat"
            })
    default void refusesWhatTagsCannotHold(String tagging) {
        String bucket = newBucket();

        assertRefused(400, codeOfBadTag(), () -> putTagged(bucket, "cat.png", tagging));
    }

    @Test
    default void refusesSystemTags() {
        skipIf(Difference.SYSTEM_TAGS_BREAK);
        String bucket = newBucket();

        assertRefused(400, "InvalidTag", () -> putTagged(bucket, "cat.png", "aws:prompt=hat"));
    }

    @Test
    default void refusesLongTags() {
        skipIf(Difference.TAGS_WITHOUT_LIMIT);
        String bucket = newBucket();
        putTagged(bucket, "cat.png", "k".repeat(128) + "=" + "v".repeat(256));

        assertRefused(400, "InvalidTag", () -> putTagged(bucket, "cat.png", "k".repeat(129) + "=v"));
        assertRefused(400, "InvalidTag", () -> putTagged(bucket, "cat.png", "k=" + "v".repeat(257)));
        assertRefused(400, "InvalidTag", () -> retag(bucket, "cat.png", "k", "v".repeat(257)));
    }

    @Test
    default void refusesRepeatedTags() {
        String bucket = newBucket();

        assertRefused(400, "InvalidArgument", () -> putTagged(bucket, "cat.png", "a=1&a=2"));
    }

    @Test
    default void refusesTooManyTags() {
        skipIf(Difference.TAGS_WITHOUT_LIMIT);
        String bucket = newBucket();

        assertRefused(400, "BadRequest", () -> putTagged(bucket, "cat.png", elevenTags()));
    }

    @Test
    default void refusesBadTagsOfOldObjects() {
        String bucket = newBucket();
        putTagged(bucket, "cat.png", "prompt=hat");

        assertRefused(400, "InvalidTag", () -> retag(bucket, "cat.png", "prompt", "a, b"));
        assertRefused(400, "InvalidTag", () -> retag(bucket, "cat.png", "aws:prompt", "hat"));
        assertRefused(404, "NoSuchKey", () -> retag(bucket, "dog.png", "prompt", "hat"));
        assertThat(tags(bucket, "cat.png")).isEqualTo(Map.of("prompt", "hat"));
    }

    private static String elevenTags() {
        return IntStream.range(0, 11).mapToObj(number -> "t" + number + "=v").collect(joining("&"));
    }
}
