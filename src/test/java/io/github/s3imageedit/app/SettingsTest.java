package io.github.s3imageedit.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.app.Settings.KeySource;
import io.github.s3imageedit.job.JobRules;
import io.github.s3imageedit.pipeline.UnknownOutcome;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    static final String SECRET = "lmnfl_id.s3cr3t-never-in-a-log";

    /** The least that is needed, and more, as in {@code NAME=value}. */
    static Map<String, String> environment(String... more) {
        Map<String, String> variables = new TreeMap<>(Map.of("OUTPUT_BUCKET", "outbox", "EDIT_API_KEY", SECRET));
        for (String variable : more) {
            int equals = variable.indexOf('=');
            variables.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        return variables;
    }

    private static Settings settings(String... more) {
        return Settings.from(environment(more));
    }

    @Test
    void defaultsToWhatTheDesignSays() {
        Settings settings = settings();

        assertThat(settings.input().buckets()).isEmpty();
        assertThat(settings.input().prefix()).isEmpty();
        assertThat(settings.results().bucket()).isEqualTo("outbox");
        assertThat(settings.results().prefix()).isEmpty();
        assertThat(settings.results().template()).isEqualTo("{key}/{edit}{index}.{ext}");
        assertThat(settings.endpoint().edits()).hasToString("https://api.lumenfall.ai/openai/v1/images/edits");
        assertThat(settings.endpoint().profile().name()).isEqualTo("lumenfall");
        assertThat(settings.rules())
                .isEqualTo(new JobRules("gemini-3-pro-image", Optional.empty(), Set.of(), "", 52_428_800));
        assertThat(settings.editTimeout()).isEmpty();
        assertThat(settings.maxResultBytes()).isEqualTo(52_428_800);
        assertThat(settings.resultHosts()).isEmpty();
        assertThat(settings.unknownOutcome()).isEqualTo(UnknownOutcome.RETRY_ONCE);
        assertThat(settings.sideFiles()).isTrue();
    }

    @Test
    void readsEveryVariable() {
        Settings settings = settings(
                "INPUT_BUCKETS= inbox , inbox-2,,",
                "INPUT_PREFIX=in/",
                "OUTPUT_PREFIX=out/",
                "OUTPUT_KEY={edit}/{key}{index}.{ext}",
                "DEFAULT_MODEL=gpt-image-2",
                "DEFAULT_PROMPT=add a hat, please!",
                "EDIT_TIMEOUT=120",
                "MAX_INPUT_BYTES=1",
                "MAX_RESULT_BYTES=2000000000",
                "RESULT_HOSTS=cdn.example.org, media.example.org",
                "PASS_THROUGH=guidance_scale,creativity",
                "UNKNOWN_OUTCOME=stop",
                "SIDE_FILES=false");

        assertThat(settings.input().buckets()).containsExactlyInAnyOrder("inbox", "inbox-2");
        assertThat(settings.results().prefix()).isEqualTo("out/");
        assertThat(settings.results().template()).isEqualTo("{edit}/{key}{index}.{ext}");
        assertThat(settings.rules())
                .isEqualTo(new JobRules(
                        "gpt-image-2",
                        Optional.of("add a hat, please!"),
                        Set.of("guidance_scale", "creativity"),
                        "in/",
                        1));
        assertThat(settings.editTimeout()).contains(Duration.ofMinutes(2));
        assertThat(settings.maxResultBytes()).isEqualTo(2_000_000_000);
        assertThat(settings.resultHosts()).containsExactly("cdn.example.org", "media.example.org");
        assertThat(settings.unknownOutcome()).isEqualTo(UnknownOutcome.STOP);
        assertThat(settings.sideFiles()).isFalse();
    }

    @Test
    void blankIsUnset() {
        assertThat(settings(
                        "INPUT_PREFIX= ", "EDIT_TIMEOUT=", "SIDE_FILES=  ", "EDIT_PROFILE=", "AWS_ENDPOINT_URL_SSM="))
                .isEqualTo(settings());
    }

    @Test
    void takesTheKeyOrTheNameOfItsParameter() {
        assertThat(settings().key()).isEqualTo(new KeySource.Given(SECRET));
        String name = "/aws/reference/secretsmanager/edit-key";
        Map<String, String> variables = environment("EDIT_API_KEY=", "EDIT_API_KEY_PARAMETER=" + name);
        assertThat(Settings.from(variables).key()).isEqualTo(new KeySource.Parameter(name));
    }

    @Test
    void whatIsSetAndBlankMeansTheRegionsOwnStore() {
        assertThat(settings("AWS_REGION=cn-north-1", "AWS_ENDPOINT_URL=").aws().s3Endpoint())
                .contains(URI.create("https://s3.cn-north-1.amazonaws.com.cn"));
        assertThat(settings("AWS_REGION=eu-central-1", "AWS_ENDPOINT_URL_S3= ")
                        .aws()
                        .s3Endpoint())
                .contains(URI.create("https://s3.eu-central-1.amazonaws.com"));
        assertThat(settings("AWS_ENDPOINT_URL=http://h", "AWS_ENDPOINT_URL_S3=")
                        .aws()
                        .s3Endpoint())
                .contains(URI.create("http://h"));
        assertThat(settings("AWS_ENDPOINT_URL=").aws().ssmEndpoint()).isEmpty();
    }

    @Test
    void namesTheFunction() {
        assertThat(settings().functionName()).isEmpty();
        assertThat(settings("AWS_LAMBDA_FUNCTION_NAME=edit").functionName()).contains("edit");
    }

    @Test
    void showsNoSecret() {
        assertThat(settings().toString()).doesNotContain("s3cr3t").doesNotContain("lmnfl");
        assertThat(settings().key()).hasToString("Given[key=***]");
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.lumenfall.ai/openai/v1, lumenfall",
        "https://API.LUMENFALL.AI/openai/v1, lumenfall",
        "https://eu.lumenfall.ai/v1, lumenfall",
        "https://notlumenfall.ai/v1, generic",
        "https://lumenfall.ai.evil.org/v1, generic",
        "https://api.openai.com/v1, openai",
        "https://eu.api.openai.com/v1, openai",
        "https://my.openai.azure.com/openai/deployments/x?api-version=2025-04-01-preview, azure",
        "https://my.cognitiveservices.azure.com/openai/v1, azure",
        "https://my.services.ai.azure.com/openai/v1, azure",
        "http://127.0.0.1:8080/openai/v1, generic",
        "https://[::1]:8443/v1, generic"
    })
    void picksTheProfileByTheBaseUrl(String baseUrl, String profile) {
        assertThat(settings("EDIT_BASE_URL=" + baseUrl).endpoint().profile().name())
                .isEqualTo(profile);
        assertThat(settings("EDIT_BASE_URL=" + baseUrl, "EDIT_PROFILE=auto")
                        .endpoint()
                        .profile()
                        .name())
                .isEqualTo(profile);
        assertThat(settings("EDIT_BASE_URL=" + baseUrl, "EDIT_PROFILE=openai")
                        .endpoint()
                        .profile()
                        .name())
                .isEqualTo("openai");
    }

    @ParameterizedTest
    @CsvSource({
        "https://h/v1, https://h/v1/images/edits",
        "https://h/v1//, https://h/v1/images/edits",
        "https://h, https://h/images/edits",
        "http://h:8080/, http://h:8080/images/edits",
        "https://h/a%20b?api-version=1, https://h/a%20b/images/edits?api-version=1"
    })
    void callsTheEditsBelowTheBaseUrl(String baseUrl, String edits) {
        assertThat(settings("EDIT_BASE_URL=" + baseUrl).endpoint().edits()).hasToString(edits);
    }

    @Test
    void findsAwsWhereItsToolsDo() {
        URI all = URI.create("http://127.0.0.1:4566");
        URI s3 = URI.create("http://127.0.0.1:9000");

        assertThat(settings().aws())
                .isEqualTo(new AwsSettings(
                        "us-east-1", Optional.empty(), Optional.empty(), Optional.empty(), false, false));
        assertThat(settings("AWS_ENDPOINT_URL=" + all, "AWS_REGION=eu-central-1", "AWS_ACCESS_KEY_ID=a")
                        .aws())
                .isEqualTo(new AwsSettings(
                        "eu-central-1", Optional.of(all), Optional.of(all), Optional.of(all), false, true));
        assertThat(settings("AWS_ENDPOINT_URL=" + all, "AWS_ENDPOINT_URL_S3=" + s3)
                        .aws()
                        .s3Endpoint())
                .contains(s3);
        assertThat(settings("AWS_ENDPOINT_URL_S3=" + s3).aws().ssmEndpoint()).isEmpty();
        assertThat(settings("AWS_DEFAULT_REGION=eu-west-1").aws().region()).isEqualTo("eu-west-1");
        assertThat(settings("AWS_CONTAINER_CREDENTIALS_FULL_URI=http://x").aws().containerCredentials())
                .isTrue();
    }
}
