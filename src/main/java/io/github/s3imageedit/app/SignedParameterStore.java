package io.github.s3imageedit.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceEndpointKey;
import software.amazon.awssdk.regions.ServiceMetadata;

/**
 * SSM's {@code GetParameter} as one signed request: the SDK's module for it would add 6 MB to the package.
 *
 * <p>Source: Systems Manager API reference, "GetParameter" and "Common errors".
 */
final class SignedParameterStore implements ParameterStore {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final JsonFactory JSON = new JsonFactory();

    private final AwsSettings aws;
    private final AwsCredentialsProvider credentials;

    SignedParameterStore(AwsSettings aws, AwsCredentialsProvider credentials) {
        this.aws = aws;
        this.credentials = credentials;
    }

    @Override
    public String read(String name) throws IOException {
        HttpExecuteRequest request = signed(ContentStreamProvider.fromUtf8String(question(name)));
        // Read once in a container's life: a client of its own is closed again with its connections.
        try (SdkHttpClient client = Apache5HttpClient.builder()
                .connectionTimeout(PATIENCE)
                .socketTimeout(PATIENCE)
                .build()) {
            return answer(client.prepareRequest(request).call());
        }
    }

    private HttpExecuteRequest signed(ContentStreamProvider body) {
        SignedRequest signed = AwsV4HttpSigner.create()
                .sign(request -> request.identity(credentials.resolveCredentials())
                        .request(request())
                        .payload(body)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "ssm")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, aws.region()));
        return HttpExecuteRequest.builder()
                .request(signed.request())
                .contentStreamProvider(signed.payload().orElse(body))
                .build();
    }

    private static String answer(HttpExecuteResponse answer) throws IOException {
        try (InputStream stream = answer.responseBody()
                .<InputStream>map(found -> found)
                .orElseGet(() -> new ByteArrayInputStream(new byte[0]))) {
            return value(answer.httpResponse().statusCode(), stream);
        }
    }

    private SdkHttpRequest request() {
        return SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(aws.ssmEndpoint().orElseGet(this::regionalEndpoint))
                .putHeader("Content-Type", "application/x-amz-json-1.1")
                .putHeader("X-Amz-Target", "AmazonSSM.GetParameter")
                .build();
    }

    /** Knows partitions, too: China's endpoints end otherwise. */
    private URI regionalEndpoint() {
        URI host = ServiceMetadata.of("ssm")
                .endpointFor(ServiceEndpointKey.builder()
                        .region(Region.of(aws.region()))
                        .build());
        return URI.create("https://" + host);
    }

    private static String question(String name) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("Name", name);
            json.writeBooleanField("WithDecryption", true);
            json.writeEndObject();
        }
        return text.toString();
    }

    private static String value(int status, InputStream stream) throws IOException {
        String body = new String(stream.readNBytes(1 << 20), UTF_8);
        if (status == 200) {
            return field(body, "Value").orElseThrow(() -> new IOException("SSM's answer holds no value"));
        }
        String type = field(body, "__type").orElse("status " + status).replaceFirst("^.*#", "");
        boolean again = status >= 500 || status == 429 || type.contains("Throttl") || type.contains("TooManyUpdates");
        if (again) {
            throw new IOException("SSM answered " + type);
        }
        throw new RefusedException("SSM answered " + type);
    }

    /** The first text of this name, on whatever level. */
    private static Optional<String> field(String body, String name) throws IOException {
        try (JsonParser json = JSON.createParser(body)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.FIELD_NAME
                        && json.currentName().equals(name)) {
                    return Optional.ofNullable(json.nextTextValue());
                }
            }
        }
        return Optional.empty();
    }
}
