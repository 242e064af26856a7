package io.github.s3imageedit.store;

import io.github.s3imageedit.job.ObjectRef;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** Our values as the SDK's requests. */
final class S3Requests {
    private S3Requests() {}

    static GetObjectTaggingRequest tags(ObjectRef object) {
        return GetObjectTaggingRequest.builder()
                .bucket(object.bucket())
                .key(object.key())
                .versionId(object.version().orElse(null))
                .build();
    }

    static GetObjectRequest.Builder get(ObjectRef object) {
        return GetObjectRequest.builder()
                .bucket(object.bucket())
                .key(object.key())
                .versionId(object.version().orElse(null));
    }

    static GetObjectRequest.Builder get(ObjectRef object, String etag) {
        return get(object).ifMatch(quoted(etag));
    }

    static HeadObjectRequest head(ObjectRef object) {
        return HeadObjectRequest.builder()
                .bucket(object.bucket())
                .key(object.key())
                .versionId(object.version().orElse(null))
                .build();
    }

    static PutObjectRequest.Builder put(ObjectRef object, Body body, Map<String, String> metadata) {
        return PutObjectRequest.builder()
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
