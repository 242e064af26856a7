package io.github.s3imageedit.app;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceEndpointKey;
import software.amazon.awssdk.regions.ServiceMetadata;

/**
 * Where AWS is.
 *
 * @param containerCredentials whether credentials come from a container's endpoint, as under SnapStart
 * @param environmentCredentials whether they stand in the environment
 */
public record AwsSettings(
        String region,
        Optional<URI> s3Endpoint,
        Optional<URI> ssmEndpoint,
        Optional<URI> sqsEndpoint,
        boolean containerCredentials,
        boolean environmentCredentials) {

    /** A service's own endpoint; knows partitions, too: China's endpoints end otherwise. */
    static URI endpoint(String service, String region) {
        URI host = ServiceMetadata.of(service)
                .endpointFor(
                        ServiceEndpointKey.builder().region(Region.of(region)).build());
        return URI.create("https://" + host);
    }
}
