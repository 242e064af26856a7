package io.github.s3imageedit.store;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Builds the SDK's client as this program needs it. */
public final class S3Clients {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(20);
    /** What was paid for is worth more tries than the SDK's three: about twenty seconds of them. */
    private static final int TRIES = 7;

    /** Lambda Managed Instances run many invocations in one process, each with several requests at once. */
    private static final int MAX_CONNECTIONS = 256;

    private S3Clients() {}

    /**
     * A client of AWS's S3, or of another store.
     *
     * @param endpoint where it is not the region's by itself; the buckets of a store that is not AWS's are named in the path
     */
    public static S3Client create(Region region, AwsCredentialsProvider credentials, Optional<URI> endpoint) {
        S3ClientBuilder builder = S3Client.builder()
                .region(region)
                .credentialsProvider(credentials)
                .forcePathStyle(endpoint.isPresent() && !endpoint.equals(Optional.of(own(region))))
                .httpClientBuilder(Apache5HttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE)
                        .maxConnections(MAX_CONNECTIONS)
                        .tcpKeepAlive(true))
                // Pictures carry a SHA-256 that was made on the way; a second checksum would only cost time.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(configuration -> configuration.retryStrategy(retries()));
        endpoint.ifPresent(builder::endpointOverride);
        return builder.build();
    }

    /** The region's own S3, over TLS. */
    public static URI own(Region region) {
        return URI.create("https://" + S3Client.serviceMetadata().endpointFor(region));
    }

    private static StandardRetryStrategy retries() {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(TRIES)
                .retryOnException(failure -> failure instanceof S3Exception answer && S3Failures.isContested(answer))
                .build();
    }
}
