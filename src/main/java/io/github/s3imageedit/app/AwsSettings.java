package io.github.s3imageedit.app;

import java.net.URI;
import java.util.Optional;

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
        boolean containerCredentials,
        boolean environmentCredentials) {}
