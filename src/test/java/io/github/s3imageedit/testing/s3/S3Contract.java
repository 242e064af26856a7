package io.github.s3imageedit.testing.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What all parts of the contract need: a backend, and short words for what they do with it. */
interface S3Contract {
    S3Backend backend();

    /** Where this backend is known not to do as S3 does. */
    default Set<Difference> differences() {
        return Set.of();
    }

    default void skipIf(Difference difference) {
        Assumptions.assumeFalse(differences().contains(difference), difference::name);
    }

    default S3Client client() {
        return backend().client();
    }

    default String newBucket() {
        return newBucket(false);
    }

    default String newBucket(boolean versioned) {
        String bucket = "bucket-" + UUID.randomUUID();
        backend().createBucket(bucket, versioned);
        return bucket;
    }

    default PutObjectResponse put(String bucket, String key, String text) {
        return client().putObject(request -> request.bucket(bucket).key(key), RequestBody.fromString(text));
    }

    default PutObjectResponse putTagged(String bucket, String key, String tagging) {
        return client().putObject(
                        request -> request.bucket(bucket).key(key).tagging(tagging), RequestBody.fromString("tagged"));
    }

    default String text(String bucket, String key) {
        return client().getObjectAsBytes(request -> request.bucket(bucket).key(key))
                .asUtf8String();
    }

    default Map<String, String> tags(String bucket, String key) {
        Map<String, String> tags = new TreeMap<>();
        client().getObjectTagging(request -> request.bucket(bucket).key(key))
                .tagSet()
                .forEach(tag -> tags.put(tag.key(), tag.value()));
        return tags;
    }

    static void assertRefused(int status, String code, ThrowingCallable call) {
        S3Exception refusal = catchThrowableOfType(S3Exception.class, call);
        assertThat(refusal).isNotNull();
        assertThat(refusal.statusCode()).isEqualTo(status);
        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code);
    }
}
