package io.github.s3imageedit.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.s3imageedit.edit.Watchdog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/**
 * Single signed requests to AWS's JSON interfaces: an SDK module for each service would add megabytes to the package.
 *
 * <p>Source: AWS JSON 1.0 and 1.1 protocols, in the Smithy documentation.
 */
final class SignedRequests {
    private static final int MAX_ANSWER_BYTES = 1 << 20;

    private final AwsCredentialsProvider credentials;
    private final Watchdog watchdog;

    SignedRequests(AwsCredentialsProvider credentials, Watchdog watchdog) {
        this.credentials = credentials;
        this.watchdog = watchdog;
    }

    /**
     * Whom and what to ask.
     *
     * @param service its name for signatures
     * @param version of the JSON protocol that it speaks
     * @param operation as {@code X-Amz-Target} has it
     */
    record Question(URI endpoint, String region, String service, String version, String operation, String body) {}

    /** @param body which may be a secret */
    record Answer(int status, String body) {
        @Override
        public String toString() {
            return "Answer[status=" + status + "]";
        }
    }

    /**
     * Asks once.
     *
     * @param patience for all of it, however slowly the answer drips
     */
    Answer ask(Question question, Duration patience) throws IOException {
        HttpExecuteRequest request = signed(question);
        // Asked rarely in a container's life: a client of its own is closed again with its connections.
        try (SdkHttpClient client = Apache5HttpClient.builder()
                .connectionTimeout(patience)
                .socketTimeout(patience)
                .build()) {
            ExecutableHttpRequest call = client.prepareRequest(request);
            Watchdog.Guard guard = watchdog.after(patience, call::abort);
            try {
                return answer(call.call());
            } finally {
                guard.close();
            }
        }
    }

    private HttpExecuteRequest signed(Question question) {
        ContentStreamProvider body = ContentStreamProvider.fromUtf8String(question.body());
        SignedRequest signed = AwsV4HttpSigner.create()
                .sign(request -> request.identity(credentials.resolveCredentials())
                        .request(request(question))
                        .payload(body)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, question.service())
                        .putProperty(AwsV4HttpSigner.REGION_NAME, question.region()));
        return HttpExecuteRequest.builder()
                .request(signed.request())
                .contentStreamProvider(signed.payload().orElse(body))
                .build();
    }

    private static SdkHttpRequest request(Question question) {
        return SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(question.endpoint())
                .putHeader("Content-Type", "application/x-amz-json-" + question.version())
                .putHeader("X-Amz-Target", question.operation())
                .build();
    }

    private static Answer answer(HttpExecuteResponse answer) throws IOException {
        try (InputStream stream = answer.responseBody()
                .<InputStream>map(found -> found)
                .orElseGet(() -> new ByteArrayInputStream(new byte[0]))) {
            String body = new String(stream.readNBytes(MAX_ANSWER_BYTES), UTF_8);
            return new Answer(answer.httpResponse().statusCode(), body);
        }
    }
}
