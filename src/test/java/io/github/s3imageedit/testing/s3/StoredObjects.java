package io.github.s3imageedit.testing.s3;

import com.adobe.testing.s3mock.s3.dto.S3Object;
import com.adobe.testing.s3mock.s3.model.S3ObjectMetadata;
import com.adobe.testing.s3mock.s3.service.BucketService;
import com.adobe.testing.s3mock.s3.service.ObjectService;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What S3Mock holds, asked past its HTTP side. */
final class StoredObjects {
    private final Supplier<BucketService> buckets;
    private final Supplier<ObjectService> objects;

    StoredObjects(Supplier<BucketService> buckets, Supplier<ObjectService> objects) {
        this.buckets = buckets;
        this.objects = objects;
    }

    boolean hasBucket(String bucket) {
        return buckets.get().doesBucketExist(bucket);
    }

    void requireBucket(String bucket) {
        if (!hasBucket(bucket)) {
            throw new S3Refusal(404, "NoSuchBucket", "The specified bucket does not exist");
        }
    }

    boolean isVersioned(String bucket) {
        return buckets.get().verifyBucketExists(bucket).isVersioningEnabled();
    }

    Optional<S3ObjectMetadata> find(S3Call call) {
        return hasBucket(call.bucket()) ? findIn(call, call.versionId().orElse(null)) : Optional.empty();
    }

    Optional<S3ObjectMetadata> findCurrent(S3Call call) {
        return hasBucket(call.bucket()) ? findIn(call, null) : Optional.empty();
    }

    private Optional<S3ObjectMetadata> findIn(S3Call call, @Nullable String version) {
        return Optional.ofNullable(objects.get().getObject(call.bucket(), call.safeKey(), version))
                .filter(found -> !found.getDeleteMarker());
    }

    Optional<String> version(S3Call call, S3ObjectMetadata object) {
        return Optional.ofNullable(object.getVersionId()).filter(id -> isVersioned(call.bucket()));
    }

    void tag(S3Call call, ObjectTags tags) {
        objects.get().setTags(call.bucket(), call.safeKey(), call.versionId().orElse(null), tags.toList());
    }

    /** Current objects in S3's order, with their safe keys. */
    List<S3Object> list(String bucket, String prefix) {
        List<S3Object> all = buckets.get().getS3Objects(bucket, SafeKey.of(prefix));
        return isVersioned(bucket)
                ? all.stream()
                        .filter(object -> isThere(bucket, object.getKey()))
                        .toList()
                : all;
    }

    // S3Mock lists what is only a delete marker.
    private boolean isThere(String bucket, String safeKey) {
        return !objects.get().getObject(bucket, safeKey, null).getDeleteMarker();
    }
}
