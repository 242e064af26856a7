package io.github.s3imageedit.testing.s3;

import io.github.s3imageedit.testing.Samples;
import java.util.UUID;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.Tag;

/** The ways in which an object, the bundled picture, raises an event. */
public enum Upload {
    /** Only the test event of a notification that is set up. */
    NONE {
        @Override
        public void run(S3Client client, String bucket, String key) {}
    },
    PUT {
        @Override
        public void run(S3Client client, String bucket, String key) {
            put(client, bucket, key);
        }
    },
    COPY {
        @Override
        public void run(S3Client client, String bucket, String key) {
            String elsewhere = "elsewhere-" + UUID.randomUUID();
            client.createBucket(request -> request.bucket(elsewhere));
            put(client, elsewhere, key);
            client.copyObject(request -> request.sourceBucket(elsewhere)
                    .sourceKey(key)
                    .destinationBucket(bucket)
                    .destinationKey(key));
        }
    },
    /** One part is enough for the ETag of a multipart upload. */
    PARTS {
        @Override
        public void run(S3Client client, String bucket, String key) {
            String upload = client.createMultipartUpload(
                            request -> request.bucket(bucket).key(key))
                    .uploadId();
            String etag = client.uploadPart(
                            request -> request.bucket(bucket)
                                    .key(key)
                                    .uploadId(upload)
                                    .partNumber(1),
                            RequestBody.fromBytes(Samples.harbour()))
                    .eTag();
            CompletedPart part =
                    CompletedPart.builder().partNumber(1).eTag(etag).build();
            client.completeMultipartUpload(request ->
                    request.bucket(bucket).key(key).uploadId(upload).multipartUpload(parts -> parts.parts(part)));
        }
    },
    /** New tags on an object that was there before. */
    TAGS {
        @Override
        public void prepare(S3Client client, String bucket, String key) {
            put(client, bucket, key);
        }

        @Override
        public void run(S3Client client, String bucket, String key) {
            Tag tag = Tag.builder().key("prompt").value("add a red hat").build();
            client.putObjectTagging(request -> request.bucket(bucket).key(key).tagging(tags -> tags.tagSet(tag)));
        }
    };

    /** What comes before anybody listens. */
    public void prepare(S3Client client, String bucket, String key) {}

    public abstract void run(S3Client client, String bucket, String key);

    private static void put(S3Client client, String bucket, String key) {
        client.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromBytes(Samples.harbour()));
    }
}
