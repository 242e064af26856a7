package io.github.s3imageedit.testing.s3;

import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** An S3 that answers on this machine; the integration tests run the same cases on either. */
public sealed interface S3Backend extends AutoCloseable permits EmbeddedS3Backend, LocalStackBackend {
    /** The one for all integration tests of this JVM: LocalStack where a Docker engine answers, else the embedded S3. */
    static S3Backend shared() {
        return SharedBackend.get();
    }

    /** What the tests call it, with its version. */
    String name();

    URI endpoint();

    String region();

    AwsBasicCredentials credentials();

    /** An ordinary client, with path-style addresses; closed with the backend. */
    S3Client client();

    /** The bucket's events from now on, as S3's JSON; the first may be an {@code s3:TestEvent}. */
    ReceivedEvents events(String bucket);

    @Override
    void close();

    default void createBucket(String bucket) {
        client().createBucket(request -> request.bucket(bucket));
    }

    default void createBucket(String bucket, boolean versioned) {
        createBucket(bucket);
        if (versioned) {
            client().putBucketVersioning(request -> request.bucket(bucket)
                    .versioningConfiguration(versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
        }
    }

    /** What a process needs to know in its environment to use this S3 as if it were AWS. */
    default Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL", endpoint().toString(),
                "AWS_REGION", region(),
                "AWS_ACCESS_KEY_ID", credentials().accessKeyId(),
                "AWS_SECRET_ACCESS_KEY", credentials().secretAccessKey());
    }
}
