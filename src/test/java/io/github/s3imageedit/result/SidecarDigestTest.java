package io.github.s3imageedit.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.edit.Charge;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SidecarDigestTest {
    private static SidecarDigest digest(Sidecar sidecar) {
        return read(new SidecarJson("0").write(sidecar));
    }

    private static SidecarDigest read(String text) {
        return SidecarDigest.read(text).orElseThrow();
    }

    @Test
    void readsWhatTheSidecarSaysOfASuccess() {
        SidecarDigest digest = digest(Sidecars.succeeded("0.0400"));

        assertThat(digest.charge().cost()).contains("0.0400");
        assertThat(digest.charge().currency()).contains("USD");
        assertThat(digest.charge().requestId()).isPresent();
        assertThat(digest.model()).contains("gemini-3-pro-image");
        assertThat(digest.calls()).isEqualTo(4);
        assertThat(digest.fault()).isEmpty();
        assertThat(digest).asString().doesNotContain("hat", "coat", "https://");
    }

    @Test
    void readsAFailureThatKnowsLittle() {
        assertThat(read("{\"error\":{\"fault\":\"upload\",\"message\":\"a red hat\"},\"reply\":null,\"attempts\":[]}"))
                .isEqualTo(new SidecarDigest(
                        new Charge(Optional.empty(), Optional.empty(), Optional.empty()),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        Optional.of("upload")));
    }

    /** A parameter may have any name, and the usage any shape. */
    @Test
    void takesNothingFromElsewhere() {
        SidecarDigest digest = read("{\"request\":{\"parameters\":{\"cost\":\"1\",\"a/b\":\"c\"}},\"cost\":7,"
                + "\"reply\":{\"usage\":{\"cost\":9,\"reply\":{\"cost\":8}}},\"attempts\":[{\"cost\":5}]}");

        assertThat(digest.charge().cost()).isEmpty();
        assertThat(digest.model()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"add a red hat", "a\\nb", "", "https://h/x?X-Amz-Signature=1", "\\u2028"})
    void aNameIsNoSentenceAndNoLink(String name) {
        String text = "{\"request\":{\"parameters\":{\"model\":\"" + name + "\"}},\"reply\":{\"request_id\":\"" + name
                + "\",\"provider\":\"" + name + "\"}}";

        assertThat(read(text).model()).contains("unreadable");
        assertThat(read(text).provider()).contains("unreadable");
        assertThat(read(text).charge().requestId()).contains("unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"reply\":{\"cost\":0.04}", "hat", "{\"reply\":hat}"})
    void whatIsNoSidecarHasNone(String text) {
        assertThat(SidecarDigest.read(text)).isEmpty();
    }
}
