package io.github.s3imageedit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.s3imageedit.testing.Deployment;
import io.github.s3imageedit.testing.Samples;
import io.github.s3imageedit.testing.endpoint.Fault;
import io.github.s3imageedit.testing.endpoint.LoggedAs;
import io.github.s3imageedit.trigger.HandedBackException;
import java.awt.Rectangle;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.sync.RequestBody;
import tools.jackson.databind.JsonNode;

/** Uploads that end without a picture: refused with words, skipped without a trace, or handed back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UneditableIT {
    private static final Map<String, String> RED_HAT = Map.of("prompt", "add a red hat");
    private static final String ONE_EDITED = "{\"edited\":1,\"refused\":0,\"skipped\":0}";
    private static final String ONE_REFUSED = "{\"edited\":0,\"refused\":1,\"skipped\":0}";
    private static final String ONE_SKIPPED = "{\"edited\":0,\"refused\":0,\"skipped\":1}";

    private Deployment deployment;

    @BeforeAll
    void deploy() throws IOException {
        deployment = Deployment.start(Map.of("MAX_INPUT_BYTES", "200000"));
    }

    @AfterAll
    void close() throws IOException {
        deployment.close();
    }

    @BeforeEach
    void reset() throws IOException {
        deployment.endpoint().reset();
    }

    static Stream<Arguments> refusals() {
        byte[] png = Samples.png(20, 20);
        return Stream.of(
                Arguments.of("empty.png", new byte[0], RED_HAT, "empty"),
                Arguments.of("picture.gif", Samples.gif(20, 20), RED_HAT, "not_a_picture"),
                Arguments.of("phone.heic", Samples.heic(), RED_HAT, "not_a_picture"),
                Arguments.of("scan.tiff", Samples.tiff(20, 20), RED_HAT, "not_a_picture"),
                Arguments.of("text.png", Samples.text(), RED_HAT, "not_a_picture"),
                Arguments.of("cut.png", java.util.Arrays.copyOf(png, 20), RED_HAT, "damaged_picture"),
                Arguments.of("large.png", new byte[200_001], RED_HAT, "not_a_picture"),
                Arguments.of("n0.png", png, Map.of("prompt", "hat", "n", "0"), "bad_parameter"),
                Arguments.of("n11.png", png, Map.of("prompt", "hat", "n", "11"), "bad_parameter"),
                Arguments.of("two.png", png, Map.of("prompt", "hat", "n", "two"), "bad_parameter"),
                Arguments.of("huge.png", png, Map.of("prompt", "hat", "size", "huge"), "bad_parameter"),
                Arguments.of("promt.png", png, Map.of("promt", "hat"), "misspelt_prompt"),
                Arguments.of("model.png", png, Map.of("prompt", "hat", "model", "no-such"), "MODEL_NOT_FOUND"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void refusesWithWordsAndWithoutPaying(String key, byte[] content, Map<String, String> tags, String code)
            throws IOException {
        deployment.upload(key, content, tags);

        assertThat(deployment.deliver()).isEqualTo(ONE_REFUSED);

        JsonNode sidecar = deployment.sidecar(key);
        assertThat(sidecar.at("/error/code").asString()).isEqualTo(code);
        assertThat(sidecar.at("/error/fault").asString()).isEqualTo("upload");
        assertThat(sidecar.at("/error/message").asString()).endsWith(".");
        assertThat(deployment.endpoint().paidCalls()).isZero();
    }

    @Test
    void skipsWhatAsksForNothing() throws IOException {
        deployment.upload("plain.png", Samples.png(20, 20), Map.of());
        assertThat(deployment.deliver()).isEqualTo(ONE_SKIPPED);
        deployment.upload("folder/", new byte[0], RED_HAT);
        assertThat(deployment.deliver()).isEqualTo(ONE_SKIPPED);
        deployment.upload(
                "lonely.png.prompt.txt", "add a hat".getBytes(java.nio.charset.StandardCharsets.UTF_8), RED_HAT);
        assertThat(deployment.deliver()).isEqualTo(ONE_SKIPPED);

        assertThat(deployment.endpoint().receivedCalls()).isZero();
        assertThat(deployment.results("plain.png")).isEmpty();
        assertThat(deployment.results("folder/")).isEmpty();
    }

    @Test
    void skipsCopiesOfItsOwnResultsUnlessTheyAskForAnEdit() throws IOException {
        deployment
                .s3()
                .client()
                .putObject(
                        request -> request.bucket(deployment.inbox())
                                .key("copy.png")
                                .metadata(Map.of("s3-image-edit", "0123456789abcdef")),
                        RequestBody.fromBytes(Samples.png(20, 20)));
        assertThat(deployment.deliver()).isEqualTo(ONE_SKIPPED);

        deployment.tag("copy.png", RED_HAT);
        assertThat(deployment.deliver()).isEqualTo(ONE_EDITED);
    }

    @Test
    void skipsWhatWasDeletedOrReplacedMeanwhile() throws IOException {
        deployment.upload("gone.png", Samples.png(20, 20), RED_HAT);
        deployment.delete("gone.png");
        assertThat(deployment.deliver()).isEqualTo(ONE_SKIPPED);

        deployment.upload("replaced.png", Samples.png(20, 20), RED_HAT);
        deployment.upload("replaced.png", Samples.png(30, 30), RED_HAT);
        assertThat(deployment.deliver()).isEqualTo(ONE_SKIPPED);
        assertThat(deployment.deliver()).isEqualTo(ONE_EDITED);

        assertThat(deployment.endpoint().receivedCalls()).isEqualTo(1);
    }

    @Test
    void handsBackAPictureWhoseMaskIsNotThereYet() throws IOException {
        deployment.upload("waits.png", Samples.png(30, 20), Map.of("prompt", "hat", "mask", "masks/late.png"));
        String event = deployment.nextEvent();
        assertThatThrownBy(() -> deployment.deliver(event))
                .isInstanceOf(HandedBackException.class)
                .hasMessageContaining("masks/late.png");

        deployment.upload("masks/late.png", Samples.mask(30, 20, new Rectangle(5, 5, 5, 5)), Map.of());
        deployment.deliver();
        assertThat(deployment.deliver(event)).isEqualTo(ONE_EDITED);
    }

    @Test
    void refusesMasksThatCannotWork() throws IOException {
        assertMaskRefused("m1.png", Samples.jpeg(30, 20), "must be a PNG");
        assertMaskRefused("m2.png", Samples.maskWithoutAlpha(30, 20, new Rectangle(1, 1, 5, 5)), "alpha");
        assertMaskRefused("m3.png", Samples.mask(31, 20, new Rectangle(1, 1, 5, 5)), "30x20");
        assertMaskRefused("m4.png", new byte[0], "0");
    }

    private void assertMaskRefused(String key, byte[] mask, String words) throws IOException {
        deployment.upload(key + ".mask.png", mask, Map.of());
        deployment.deliver();
        deployment.upload(key, Samples.png(30, 20), RED_HAT);
        assertThat(deployment.deliver()).isEqualTo(ONE_REFUSED);
        assertThat(deployment.sidecar(key).at("/error/message").asString()).contains(words);
    }

    @Test
    void waitsOutAMomentsTrouble() throws IOException {
        deployment.endpoint().script(Fault.retryAfter(429, "1"), Fault.status(503));
        deployment.upload("busy.png", Samples.png(20, 20), RED_HAT);

        assertThat(deployment.deliver()).isEqualTo(ONE_EDITED);

        JsonNode attempts = deployment.sidecar("busy.png").at("/attempts");
        assertThat(attempts.toString()).containsSubsequence("refused", "429", "refused", "503", "answered", "200");
    }

    @Test
    void handsBackWhatStaysBusyAndLeavesNoSidecar() throws IOException {
        deployment.endpoint().script(Fault.retryAfter(429, "600"));
        deployment.upload("later.png", Samples.png(20, 20), RED_HAT);
        String event = deployment.nextEvent();

        assertThatThrownBy(() -> deployment.deliver(event)).isInstanceOf(HandedBackException.class);

        assertThat(deployment.results("later.png")).isEmpty();
        assertThat(deployment.deliver(event)).isEqualTo(ONE_EDITED);
    }

    @Test
    void blamesNoUploadForOurKeyCreditOrAddress() throws IOException {
        for (int status : new int[] {401, 402, 403, 404}) {
            deployment.endpoint().script(Fault.status(status));
            deployment.upload("ours-" + status + ".png", Samples.png(20, 20), RED_HAT);
            String event = deployment.nextEvent();

            assertThatThrownBy(() -> deployment.deliver(event)).isInstanceOf(HandedBackException.class);
            assertThat(deployment.results("ours-" + status + ".png")).isEmpty();
        }
    }

    @Test
    void repeatsACallWhoseOutcomeIsUnknownOnceAndTellsOfBoth() throws IOException {
        deployment.endpoint().script(Fault.cutAfterBody());
        deployment.upload("unknown.png", Samples.png(20, 20), RED_HAT);
        String event = deployment.nextEvent();

        assertThat(deployment.deliver(event)).isEqualTo(ONE_EDITED);
        assertThat(deployment.deliver(event)).isEqualTo(ONE_SKIPPED);

        JsonNode sidecar = deployment.sidecar("unknown.png");
        assertThat(sidecar.at("/attempts").findValuesAsString("outcome")).containsExactly("unknown", "answered");
        assertThat(sidecar.at("/warnings/0").asString()).contains("its result is lost");
        assertThat(deployment.endpoint().receivedCalls()).isEqualTo(2);
    }

    @Test
    void endsACallThatOutlastsItsTimeAndRepeatsItOnce() throws IOException {
        deployment.endpoint().script(Fault.delay(Duration.ofSeconds(30)), Fault.delay(Duration.ofSeconds(30)));
        deployment.endpoint().scriptRecords(LoggedAs.absent(), LoggedAs.absent());
        deployment.upload("slow.png", Samples.png(20, 20), RED_HAT);
        String event = deployment.nextEvent();

        assertThatThrownBy(() -> deployment.deliver(event, Duration.ofSeconds(8)))
                .isInstanceOf(HandedBackException.class);
        assertThat(deployment.deliver(event, Duration.ofSeconds(8))).isEqualTo(ONE_REFUSED);
        assertThat(deployment.deliver(event)).isEqualTo(ONE_SKIPPED);

        JsonNode sidecar = deployment.sidecar("slow.png");
        assertThat(sidecar.at("/error/code").asString()).isEqualTo("unknown_outcome");
        assertThat(sidecar.at("/error/message").asString()).contains("2 times");
        assertThat(deployment.endpoint().receivedCalls()).isEqualTo(2);
    }

    @Test
    void tellsOfAResultThatMayNotBeFetchedAndNeverPaysAgain() throws IOException {
        deployment.endpoint().script(Fault.resultUrl("https://evil.example/picture.png?signature=secret"));
        deployment.upload("evil.png", Samples.png(20, 20), RED_HAT);
        String event = deployment.nextEvent();

        assertThat(deployment.deliver(event)).isEqualTo(ONE_REFUSED);
        assertThat(deployment.deliver(event)).isEqualTo(ONE_SKIPPED);

        JsonNode sidecar = deployment.sidecar("evil.png");
        assertThat(sidecar.at("/error/code").asString()).isEqualTo("result_not_allowed");
        assertThat(sidecar.at("/reply/cost").isNumber()).isTrue();
        assertThat(sidecar.toString()).doesNotContain("signature");
        assertThat(deployment.endpoint().receivedCalls()).isEqualTo(1);
    }
}
