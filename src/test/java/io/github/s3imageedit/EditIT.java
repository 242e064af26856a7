package io.github.s3imageedit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.image.Sha256;
import io.github.s3imageedit.testing.Deployment;
import io.github.s3imageedit.testing.Samples;
import io.github.s3imageedit.testing.endpoint.EditCall;
import io.github.s3imageedit.testing.s3.OddKeys;
import java.awt.Rectangle;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The main job on a real S3: an upload and its own event in, pictures and sidecar out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditIT {
    private static final Map<String, String> RED_HAT = Map.of("prompt", "add a red hat");
    private static final String ONE_EDITED = "{\"edited\":1,\"refused\":0,\"skipped\":0}";
    private static final String ONE_SKIPPED = "{\"edited\":0,\"refused\":0,\"skipped\":1}";

    private Deployment deployment;

    @BeforeAll
    void deploy() throws IOException {
        deployment = Deployment.start(Map.of());
    }

    @AfterAll
    void close() throws IOException {
        deployment.close();
    }

    @BeforeEach
    void reset() throws IOException {
        deployment.endpoint().reset();
    }

    @Test
    void editsAPictureAndTellsOfItInASidecar() throws IOException {
        byte[] picture = Samples.harbour();
        deployment.upload("cats/tom.png", picture, RED_HAT);

        assertThat(deployment.deliver()).isEqualTo(ONE_EDITED);

        JsonNode sidecar = deployment.sidecar("cats/tom.png");
        assertThat(sidecar.at("/status").asString()).isEqualTo("succeeded");
        assertThat(sidecar.at("/source/sha256").asString()).isEqualTo(sha256(picture));
        assertThat(sidecar.at("/request/parameters/prompt").asString()).isEqualTo("add a red hat");
        assertThat(sidecar.at("/request/origins/prompt").asString()).isEqualTo("tag");
        assertThat(deployment.sidecarText("cats/tom.png")).contains("\"cost\" : 0.0400,");
        String key = "cats/tom.png/" + sidecar.at("/edit").asString() + ".png";
        assertThat(sidecar.at("/outputs/0/key").asString()).isEqualTo(key);
        assertThat(sidecar.at("/outputs/0/sha256").asString()).isEqualTo(sha256(deployment.result(key)));
        assertThat(deployment.results("cats/tom.png")).hasSize(2);
    }

    @Test
    void marksWhatItWritesAndTagsNothing() throws IOException {
        deployment.upload("marks.png", Samples.png(20, 20), RED_HAT);
        deployment.deliver();

        for (String key : deployment.results("marks.png")) {
            var head = deployment
                    .s3()
                    .client()
                    .headObject(request -> request.bucket(deployment.outbox()).key(key));
            assertThat(head.metadata()).containsKey("s3-image-edit");
            assertThat(head.contentType()).isEqualTo(key.endsWith(".json") ? "application/json" : "image/png");
            assertThat(deployment
                            .s3()
                            .client()
                            .getObjectTagging(request ->
                                    request.bucket(deployment.outbox()).key(key))
                            .tagSet())
                    .isEmpty();
        }
    }

    static List<String> oddKeys() {
        return OddKeys.all();
    }

    @ParameterizedTest
    @MethodSource("oddKeys")
    void takesOddKeysLiterally(String key) throws IOException {
        deployment.upload(key, Samples.png(16, 16), RED_HAT);

        assertThat(deployment.deliver()).isEqualTo(ONE_EDITED);

        if (key.equals(OddKeys.LONGEST)) {
            String cut = key.substring(0, 328) + "~" + Sha256.hexOf(key).substring(0, 16);
            assertThat(deployment.sidecar(cut).at("/source/key").asString()).isEqualTo(key);
        } else {
            assertThat(deployment.sidecar(key).at("/source/key").asString()).isEqualTo(key);
        }
    }

    @Test
    void paysOnceForAnEventThatComesTwice() throws IOException {
        deployment.upload("twice.png", Samples.png(20, 20), RED_HAT);
        String event = deployment.nextEvent();

        assertThat(deployment.deliver(event)).isEqualTo(ONE_EDITED);
        assertThat(deployment.deliver(event)).isEqualTo(ONE_SKIPPED);

        assertThat(deployment.endpoint().receivedCalls()).isEqualTo(1);
    }

    @Test
    void editsWhenThePromptComesLater() throws IOException {
        deployment.upload("later.png", Samples.png(20, 20), Map.of());
        assertThat(deployment.deliver()).isEqualTo(ONE_SKIPPED);

        deployment.tag("later.png", RED_HAT);
        assertThat(deployment.deliver()).isEqualTo(ONE_EDITED);

        assertThat(deployment.sidecar("later.png").at("/timings_ms/queued").isNumber())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"jpeg,image/jpeg,image.jpg", "webp,image/webp,image.webp", "png,image/png,image.png"})
    void sendsTheTrueTypeWhateverTheNameSays(String kind, String mediaType, String fileName) throws IOException {
        byte[] picture = switch (kind) {
            case "jpeg" -> Samples.jpegWithLongMetadata(40, 30);
            case "webp" -> Samples.extendedWebp();
            default -> Samples.palettePng(20, 20);
        };
        deployment.upload("lying-" + kind + ".gif", picture, RED_HAT);

        assertThat(deployment.deliver()).isEqualTo(ONE_EDITED);

        EditCall call = deployment.endpoint().calls().getFirst();
        assertThat(call.names()).containsExactly("model", "image", "prompt", "response_format");
        assertThat(call.files().getFirst().mediaType()).contains(mediaType);
        assertThat(call.files().getFirst().fileName()).contains(fileName);
        assertThat(call.files().getFirst().sha256()).isEqualTo(sha256(picture));
    }

    @Test
    void storesEveryPictureThatWasAskedFor() throws IOException {
        deployment.upload("three.png", Samples.png(20, 20), Map.of("prompt", "hats", "n", "3"));

        assertThat(deployment.deliver()).isEqualTo(ONE_EDITED);

        String edit = deployment.sidecar("three.png").at("/edit").asString();
        assertThat(deployment.results("three.png"))
                .containsExactlyInAnyOrder(
                        "three.png/" + edit + ".png",
                        "three.png/" + edit + "-2.png",
                        "three.png/" + edit + "-3.png",
                        "three.png/" + edit + ".json");
    }

    @Test
    void takesPicturesThatComeInline() throws IOException {
        deployment.upload(
                "inline.png", Samples.png(20, 20), Map.of("prompt", "hat", "response_format", "b64_json", "n", "2"));

        assertThat(deployment.deliver()).isEqualTo(ONE_EDITED);

        assertThat(deployment.sidecar("inline.png").at("/outputs")).hasSize(2);
        assertThat(deployment.endpoint().fetches()).isEmpty();
    }

    @Test
    void upscalesWithoutAPrompt() throws IOException {
        deployment.upload(
                "small.png", Samples.png(20, 20), Map.of("model", "topaz-image-upscale", "scale_factor", "2"));

        assertThat(deployment.deliver()).isEqualTo(ONE_EDITED);

        assertThat(deployment.sidecar("small.png").at("/outputs/0/width").asInt())
                .isEqualTo(40);
    }

    @Test
    void sendsTheMaskThatLiesBesideThePicture() throws IOException {
        deployment.upload("beside.png.mask.png", Samples.mask(30, 20, new Rectangle(5, 5, 10, 10)), Map.of());
        assertThat(deployment.deliver()).isEqualTo(ONE_SKIPPED);
        deployment.upload("beside.png", Samples.png(30, 20), RED_HAT);

        assertThat(deployment.deliver()).isEqualTo(ONE_EDITED);

        assertThat(deployment.endpoint().calls().getFirst().names())
                .containsExactly("model", "image", "mask", "prompt", "response_format");
        assertThat(deployment.sidecar("beside.png").at("/mask/key").asString()).isEqualTo("beside.png.mask.png");
    }

    @Test
    void sendsFurtherPicturesInOrder() throws IOException {
        byte[] second = Samples.jpeg(10, 10);
        byte[] third = Samples.png(12, 12);
        deployment.upload("parts/second.jpg", second, Map.of());
        deployment.deliver();
        deployment.upload("parts/third.png", third, Map.of());
        deployment.deliver();
        deployment.upload(
                "first.png",
                Samples.png(20, 20),
                Map.of("prompt", "join", "image_2", "parts/third.png", "image", "parts/second.jpg"));

        assertThat(deployment.deliver()).isEqualTo(ONE_EDITED);

        EditCall call = deployment.endpoint().calls().getFirst();
        assertThat(call.names()).containsExactly("model", "image[]", "image[]", "image[]", "prompt", "response_format");
        assertThat(call.files().get(1).sha256()).isEqualTo(sha256(second));
        assertThat(call.files().get(2).sha256()).isEqualTo(sha256(third));
        assertThat(deployment.sidecar("first.png").at("/images/1/sha256").asString())
                .isEqualTo(sha256(third));
    }

    private static String sha256(byte[] bytes) {
        return Sha256.hex(Sha256.digest().digest(bytes));
    }
}
