package io.github.s3imageedit.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SidecarFactsTest {
    private static String golden(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/golden", name));
    }

    @Test
    void readsWhereThePicturesOfAFinishedEditLie() throws IOException {
        assertThat(SidecarFacts.read(golden("sidecar-succeeded.json")))
                .contains(new SidecarFacts(
                        List.of("cats/tom.png/3f9a1c20b7de4410.webp", "cats/tom.png/3f9a1c20b7de4410-2.webp"),
                        Optional.empty()));
    }

    @Test
    void readsWhyThereIsNoPicture() throws IOException {
        assertThat(SidecarFacts.read(golden("sidecar-refused.json")))
                .contains(new SidecarFacts(List.of(), Optional.of("not_a_picture: It is text. Upload a picture.")));
        assertThat(SidecarFacts.read(golden("sidecar-unusable.json")))
                .contains(new SidecarFacts(
                        List.of(), Optional.of("unusable_reply: The reply holds no picture. Ask them.")));
    }

    @Test
    void readsWhatWasJustWritten() {
        SidecarJson json = new SidecarJson("0.1.0");

        assertThat(SidecarFacts.read(json.write(Sidecars.succeeded("0.04")))
                        .orElseThrow()
                        .objection())
                .isEmpty();
        assertThat(SidecarFacts.read(json.write(Sidecars.refused()))
                        .orElseThrow()
                        .keys())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "7",
                "[]",
                "\"status\"",
                "<xml/>",
                "{}",
                "{\"outputs\":[{\"key\":\"a\"}]}",
                "{\"status\":\"succeeded\"",
                "{\"status\":\"succeeded\",\"outputs\":[{\"key\":\"a\"}",
                "{\"status\":\"succeeded\",}"
            })
    void whatIsNoSidecarSaysNothing(String text) {
        assertThat(SidecarFacts.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"failed\"}",
                "{\"status\":\"failed\",\"error\":null}",
                "{\"status\":\"failed\",\"error\":[]}",
                "{\"status\":\"failed\",\"error\":{\"code\":7}}",
                "{\"status\":\"other\",\"outputs\":[]}",
                "{\"status\":7}"
            })
    void whatDidNotSucceedIsAnObjectionWhateverElseIsMissing(String text) {
        assertThat(SidecarFacts.read(text).orElseThrow().objection()).contains("failed: ");
    }

    @Test
    void theOrderOfFieldsDoesNotMatter() {
        String text = "{\"error\":{\"hint\":\"Do it.\",\"status\":400,\"message\":\"Bad.\",\"code\":\"bad\"},"
                + "\"outputs\":[],\"status\":\"failed\"}";

        assertThat(SidecarFacts.read(text)).contains(new SidecarFacts(List.of(), Optional.of("bad: Bad. Do it.")));
    }

    @Test
    void givesAnAnswerToMutatedSidecars() throws IOException {
        String golden = golden("sidecar-succeeded.json");
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder(golden);
            for (int change = random.nextInt(1, 4); change > 0; change--) {
                text.setCharAt(random.nextInt(text.length()), "{}[]\":,x0".charAt(random.nextInt(9)));
            }
            assertThat(SidecarFacts.read(text.toString())).isNotNull();
        }
    }
}
