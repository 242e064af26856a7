package io.github.s3imageedit.app;

import static io.github.s3imageedit.app.SettingsTest.SECRET;
import static io.github.s3imageedit.app.SettingsTest.environment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFaultsTest {
    @Test
    void tellsAllFaultsTogetherByName() {
        Map<String, String> variables = Map.of(
                "EDIT_BASE_URL", "api.lumenfall.ai",
                "EDIT_PROFILE", "lumenfal",
                "OUTPUT_KEY", "{key}.png",
                "EDIT_TIMEOUT", "2m",
                "MAX_INPUT_BYTES", "50MB",
                "MAX_RESULT_BYTES", "0",
                "RESULT_HOSTS", "https://cdn.example.org",
                "PASS_THROUGH", "image_2",
                "UNKNOWN_OUTCOME", "retry",
                "SIDE_FILES", "yes");

        assertThatThrownBy(() -> Settings.from(variables))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContainingAll(
                        "OUTPUT_BUCKET is missing",
                        "EDIT_API_KEY_PARAMETER or EDIT_API_KEY is missing",
                        "PASS_THROUGH must list names of API fields, other than pictures, but has image_2")
                .hasMessageContainingAll(variables.keySet().toArray(new String[0]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OUTPUT_KEY={key}/{edit}.{ext}",
                "OUTPUT_KEY={key}/{index}.{ext}",
                "OUTPUT_KEY={key}/{edit}{index}",
                "OUTPUT_KEY={key}/{edit}{index}.png",
                "OUTPUT_KEY={edit}{index}{date}.{ext}",
                "OUTPUT_KEY={{edit}{index}.{ext}",
                "EDIT_BASE_URL=ftp://h/v1",
                "EDIT_BASE_URL=https:///v1",
                "EDIT_BASE_URL=https://h/v1#x",
                "EDIT_BASE_URL=https://h/a b",
                "EDIT_PROFILE=LUMENFALL",
                "EDIT_API_KEY=two words",
                "EDIT_API_KEY=schlüssel",
                "EDIT_API_KEY=a\nb",
                "EDIT_API_KEY_PARAMETER=#key",
                "EDIT_API_KEY_PARAMETER=/key#",
                "EDIT_API_KEY_PARAMETER=/key# ",
                "EDIT_TIMEOUT=0",
                "EDIT_TIMEOUT=901",
                "EDIT_TIMEOUT=-1",
                "EDIT_TIMEOUT=1.5",
                "MAX_INPUT_BYTES=2000000001",
                "MAX_INPUT_BYTES=0",
                "MAX_INPUT_BYTES=99999999999999999999",
                "MAX_RESULT_BYTES=many",
                "RESULT_HOSTS=cdn.example.org:8443",
                "RESULT_HOSTS=good.example.org,*.example.org",
                "RESULT_HOSTS=-x",
                "PASS_THROUGH=mask",
                "PASS_THROUGH=image",
                "PASS_THROUGH=variation",
                "PASS_THROUGH=a b",
                "PASS_THROUGH=1a",
                "PASS_THROUGH=x\"y",
                "UNKNOWN_OUTCOME=STOP",
                "SIDE_FILES=1",
                "AWS_ENDPOINT_URL=localhost:4566",
                "AWS_ENDPOINT_URL_S3=s3",
                "AWS_ENDPOINT_URL_SSM=http://"
            })
    void refuses(String variable) {
        String name = variable.substring(0, variable.indexOf('='));

        assertThatThrownBy(() -> Settings.from(environment(variable)))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining(name)
                .hasMessageNotContaining(SECRET)
                .hasMessageMatching("(?s).*\n {2}- [^\n]*");
    }

    @Test
    void repeatsNoSecret() {
        assertThatThrownBy(() -> Settings.from(environment("EDIT_API_KEY=my s3cr3t key", "EDIT_TIMEOUT=x")))
                .hasMessageContaining("EDIT_API_KEY ")
                .hasMessageNotContaining("s3cr3t");
        assertThatThrownBy(() -> Settings.from(environment("EDIT_BASE_URL=https://me:s3cr3t@h/v1")))
                .hasMessageContaining("EDIT_BASE_URL ")
                .hasMessageNotContaining("s3cr3t");
        assertThatThrownBy(() -> Settings.from(environment("SIDE_FILES=maybe"))).hasMessageNotContaining(SECRET);
    }

    @ParameterizedTest
    @CsvSource({
        "inbox,     '',   '',       true",
        "outbox,    in/,  out/,     true",
        "outbox,    in/,  output/,  true",
        "other,     a/,   a/,       true",
        "outbox,    '',   '',       false",
        "outbox,    in/,  '',       false",
        "outbox,    '',   out/,     false",
        "outbox,    a/,   a/,       false",
        "outbox,    a/,   a/b/,     false",
        "outbox,    a/b/, a/,       false",
        "outbox,    in,   in-out/,  false",
        "'x,outbox',    '',   out/,     false"
    })
    void refusesInputThatOverlapsWithOutput(
            String inputBuckets, String inputPrefix, String outputPrefix, boolean good) {
        Map<String, String> variables = environment(
                "INPUT_BUCKETS=" + inputBuckets, "INPUT_PREFIX=" + inputPrefix, "OUTPUT_PREFIX=" + outputPrefix);

        if (good) {
            assertThat(Settings.from(variables).input().prefix()).isEqualTo(inputPrefix);
        } else {
            assertThatThrownBy(() -> Settings.from(variables)).hasMessageContaining("OUTPUT_PREFIX and INPUT_PREFIX");
        }
    }

    @Test
    void refusesLayoutsThatLeaveNoRoomForTheKey() {
        assertNoRoom("OUTPUT_PREFIX=" + "x".repeat(1000));
        assertNoRoom("OUTPUT_PREFIX=" + "日".repeat(400));
        assertNoRoom("OUTPUT_KEY=" + "{edit}".repeat(75) + "{index}.{ext}");
        assertNoRoom("OUTPUT_KEY=" + "{key}".repeat(80) + "{edit}{index}.{ext}");
        assertThat(Settings.from(environment("OUTPUT_PREFIX=" + "x".repeat(400)))
                        .results()
                        .prefix())
                .hasSize(400);
    }

    private static void assertNoRoom(String variable) {
        assertThatThrownBy(() -> Settings.from(environment(variable))).hasMessageContaining("1,024 bytes");
    }
}
