package io.github.s3imageedit.result;

import static io.github.s3imageedit.testing.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.s3imageedit.testing.SidecarSchema;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SidecarJsonTest {
    private static final SidecarJson JSON = new SidecarJson("0.1.0");

    @Test
    void tellsOfASuccess() {
        assertWritten("sidecar-succeeded.json", Sidecars.succeeded("0.040"));
    }

    @Test
    void tellsOfARefusal() {
        assertWritten("sidecar-refused.json", Sidecars.refused());
    }

    @Test
    void tellsOfAnUnusableReply() {
        assertWritten("sidecar-unusable.json", Sidecars.unusable());
    }

    private static void assertWritten(String golden, Sidecar sidecar) {
        String json = JSON.write(sidecar);
        assertGolden(golden, json);
        assertThat(SidecarSchema.problems(json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0.040", "0.04", "0", "1E-7", "1e+2", "12345678901234567890.10", "0.1000000000000000055511151"})
    void copiesMoneyDigitForDigit(String cost) {
        String json = JSON.write(Sidecars.succeeded(cost));

        assertThat(json).contains("\"cost\" : " + cost + ",\n");
        assertThat(SidecarSchema.problems(json)).isEmpty();
    }

    @Test
    void writesTheSameTextEachTime() {
        assertThat(JSON.write(Sidecars.succeeded("1"))).isEqualTo(JSON.write(Sidecars.succeeded("1")));
        assertThat(JSON.write(Sidecars.succeeded("1"))).doesNotContain("\r").endsWith("}\n");
    }

    @Test
    void tellsEitherOfResultsOrOfAnError() {
        Sidecar good = Sidecars.succeeded("1");
        Sidecar bad = Sidecars.refused();

        assertThatThrownBy(() -> sidecar(good, good.outputs(), bad.error()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sidecar(good, List.of(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Sidecar sidecar(Sidecar like, List<Output> outputs, Optional<SidecarError> error) {
        return new Sidecar(
                like.job(),
                like.hashes(),
                like.endpoint(),
                outputs,
                error,
                like.reply(),
                like.attempts(),
                like.warnings(),
                like.timings());
    }
}
