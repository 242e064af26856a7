package io.github.s3imageedit.store;

import io.github.s3imageedit.job.Deadline;
import io.github.s3imageedit.job.ObjectRef;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * Our values as the SDK's requests.
 *
 * @param deadline by which each must have its answer, repetitions included; empty: none
 */
record S3Requests(Optional<Deadline> deadline) {
    /** What is begun when the time is up, such as giving a hold back, gets a moment. */
    private static final Duration SHORTEST = Duration.ofMillis(250);

    private AwsRequestOverrideConfiguration bounds() {
        AwsRequestOverrideConfiguration.Builder bounds = AwsRequestOverrideConfiguration.builder();
        deadline.map(Deadline::remaining)
                .map(left -> left.compareTo(SHORTEST) < 0 ? SHORTEST : left)
                .ifPresent(bounds::apiCallTimeout);
        return bounds.build();
    }

    GetObjectTaggingRequest tags(ObjectRef object) {
        return GetObjectTaggingRequest.builder()
                .overrideConfiguration(bounds())
                .bucket(object.bucket())
                .key(object.key())
                .versionId(object.version().orElse(null))
                .build();
    }

    GetObjectRequest.Builder get(ObjectRef object) {
        return GetObjectRequest.builder()
                .overrideConfiguration(bounds())
                .bucket(object.bucket())
                .key(object.key())
                .versionId(object.version().orElse(null));
    }

    GetObjectRequest.Builder get(ObjectRef object, String etag) {
        return get(object).ifMatch(quoted(etag));
    }

    HeadObjectRequest head(ObjectRef object) {
        return HeadObjectRequest.builder()
                .overrideConfiguration(bounds())
                .bucket(object.bucket())
                .key(object.key())
                .versionId(object.version().orElse(null))
                .build();
    }

    /** What lies beside a picture; its keys may hold characters that XML cannot. */
    ListObjectsV2Request list(ObjectRef picture) {
        return ListObjectsV2Request.builder()
                .overrideConfiguration(bounds())
                .bucket(picture.bucket())
                .prefix(picture.key() + ".")
                .encodingType(EncodingType.URL)
                .build();
    }

    PutObjectRequest.Builder put(ObjectRef object, Body body, Map<String, String> metadata) {
        return PutObjectRequest.builder()
                .overrideConfiguration(bounds())
                .bucket(object.bucket())
                .key(object.key())
                .contentType(body.mediaType())
                .contentLength(body.length())
                .checksumSHA256(
                        Base64.getEncoder().encodeToString(HexFormat.of().parseHex(body.sha256())))
                .metadata(metadata);
    }

    /** S3 says {@code null} of what was written while a bucket's versions were off. */
    static Optional<String> version(@Nullable String versionId) {
        return Optional.ofNullable(versionId).filter(id -> !id.equals("null"));
    }

    static String quoted(String etag) {
        return "\"" + etag + "\"";
    }

    static String unquoted(String etag) {
        return etag.replace("\"", "");
    }
}
