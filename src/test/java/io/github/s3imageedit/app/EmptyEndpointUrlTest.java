package io.github.s3imageedit.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.store.S3Clients;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** In a process of its own: the SDK reads the real environment. */
class EmptyEndpointUrlTest {
    /** Says how it would address an object. */
    static final class Addressing {
        private Addressing() {}

        public static void main(String[] arguments) {
            AwsSettings aws = Settings.from(System.getenv()).aws();
            try (S3Client client = S3Clients.create(
                    Region.of(aws.region()), AnonymousCredentialsProvider.create(), aws.s3Endpoint())) {
                System.out.println(
                        client.utilities().getUrl(url -> url.bucket("bucket").key("tom.png")));
            }
        }
    }

    private static String address(String variable, String value) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Addressing.class.getName())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of("OUTPUT_BUCKET", "outbox", "EDIT_API_KEY", "key", "AWS_REGION", "eu-central-1"));
        builder.environment().put(variable, value);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return output.strip();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3"})
    void anEmptyVariableIsUnset(String variable) throws IOException, InterruptedException {
        assertThat(address(variable, "")).isEqualTo("https://bucket.s3.eu-central-1.amazonaws.com/tom.png");
    }

    @Test
    void anotherStoresBucketsAreNamedInThePath() throws IOException, InterruptedException {
        assertThat(address("AWS_ENDPOINT_URL", "http://127.0.0.1:4566"))
                .isEqualTo("http://127.0.0.1:4566/bucket/tom.png");
    }

    /** With an endpoint given, the SDK would refuse. */
    @Test
    void fipsEndpointsStayPossible() throws IOException, InterruptedException {
        assertThat(address("AWS_USE_FIPS_ENDPOINT", "true"))
                .isEqualTo("https://bucket.s3-fips.eu-central-1.amazonaws.com/tom.png");
    }
}
