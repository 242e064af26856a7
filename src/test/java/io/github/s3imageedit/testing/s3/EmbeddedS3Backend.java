package io.github.s3imageedit.testing.s3;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.s3.S3Client;

/** The embedded S3 as a backend; it has faults and a log of requests besides. */
public final class EmbeddedS3Backend implements S3Backend {
    private final EmbeddedS3 s3 = EmbeddedS3.start();
    private final S3Client client = S3Clients.of(s3.endpoint(), region(), credentials());

    public EmbeddedS3 s3() {
        return s3;
    }

    @Override
    public String name() {
        return "the embedded S3";
    }

    @Override
    public URI endpoint() {
        return s3.endpoint();
    }

    @Override
    public String region() {
        return EmbeddedS3.REGION;
    }

    @Override
    public AwsBasicCredentials credentials() {
        return AwsBasicCredentials.create("embedded", "embedded");
    }

    @Override
    public S3Client client() {
        return client;
    }

    @Override
    public ReceivedEvents events(String bucket) {
        ReceivedEvents received = new ReceivedEvents();
        EventSubscription subscription = s3.onEvent(bucket, received::add);
        return received.endingWith(subscription::close);
    }

    @Override
    public void close() {
        client.close();
        s3.close();
    }
}
