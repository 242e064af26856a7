package io.github.s3imageedit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedParameterStoreTest {
    private static final String FOUND =
            "{\"Parameter\":{\"ARN\":\"arn:aws:ssm:x\",\"Name\":\"/key\",\"Type\":\"SecureString\",\"Value\":\""
                    + SettingsTest.SECRET + "\"}}";

    private AwsDouble aws;
    private SignedParameterStore store;

    @BeforeEach
    void start() throws IOException {
        aws = new AwsDouble(FOUND);
        AwsSettings settings = new AwsSettings(
                "eu-central-1", Optional.empty(), Optional.of(aws.endpoint()), Optional.empty(), false, false);
        store = new SignedParameterStore(settings, AwsDouble.requests());
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void asksForTheDecryptedParameterBySignedRequest() throws IOException {
        assertThat(store.read("/s3-image-edit/\"key\"")).isEqualTo(SettingsTest.SECRET);

        assertThat(aws.bodies()).containsExactly("{\"Name\":\"/s3-image-edit/\\\"key\\\"\",\"WithDecryption\":true}");
        assertThat(aws.headers().getFirst("X-Amz-Target")).isEqualTo("AmazonSSM.GetParameter");
        assertThat(aws.headers().getFirst("Content-Type")).isEqualTo("application/x-amz-json-1.1");
        assertThat(aws.headers().getFirst("X-Amz-Security-Token")).isEqualTo("token");
        assertThat(aws.headers().getFirst("Authorization"))
                .matches("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/\\d{8}/eu-central-1/ssm/aws4_request, .*")
                .contains("x-amz-target", "content-type", "host")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "400, ParameterNotFound",
        "400, com.amazonaws.ssm#ParameterNotFound",
        "400, AccessDeniedException",
        "400, UnrecognizedClientException",
        "403, InvalidSignatureException",
        "400, ValidationException"
    })
    void saysWhatCannotBeHad(int code, String type) {
        aws.answer(code, "{\"__type\":\"" + type + "\",\"message\":\"no\"}");

        assertThatThrownBy(() -> store.read("/key"))
                .isInstanceOf(ParameterStore.RefusedException.class)
                .hasMessageContaining(type.replaceFirst(".*#", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "400, '{\"__type\":\"ThrottlingException\"}'",
        "429, '{\"__type\":\"Throttling\"}'",
        "429, ''",
        "500, '{\"__type\":\"InternalServerError\"}'",
        "503, ''",
        "502, <html>bad gateway</html>",
        "200, '{}'",
        "200, ''",
        "200, '{\"Parameter\":{\"Value\":null}}'",
        "200, '{\"Parameter\":{\"Name\":'"
    })
    void saysWhatIsWorthAnotherTry(int code, String text) {
        aws.answer(code, text);

        assertThatThrownBy(() -> store.read("/key")).isInstanceOf(IOException.class);
    }

    /** The reader's own words would quote it. */
    @Test
    void quotesNothingOfAnAnswerThatIsBroken() {
        aws.answer(200, SettingsTest.SECRET);

        assertThatThrownBy(() -> store.read("/key"))
                .isInstanceOf(IOException.class)
                .hasNoCause()
                .hasMessageNotContaining("s3cr3t")
                .hasMessageNotContaining("lmnfl");
        assertThat(new SignedRequests.Answer(200, FOUND)).asString().doesNotContain("s3cr3t");
    }

    @Test
    void saysThatNobodyAnswers() {
        aws.close();

        assertThatThrownBy(() -> store.read("/key")).isInstanceOf(IOException.class);
    }
}
