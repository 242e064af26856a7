package io.github.s3imageedit.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WiringTest {
    @Test
    void putsThePartsTogetherWithoutANetwork() {
        Settings settings = Settings.from(SettingsTest.environment("AWS_ENDPOINT_URL=http://127.0.0.1:1"));

        assertThat(Wiring.of(settings).crew()).isNotNull();
    }

    /** Half of the memory is less than Lambda gives to the heap. */
    @Test
    void theSmallestFunctionHasAPlaceForEachMessageOfTheLargestBatch() throws IOException {
        String template = Files.readString(Path.of("template.yaml"));
        long smallest = allowed(template, "MemorySize").min().orElseThrow() << 20;
        long largest = allowed(template, "BatchSize").max().orElseThrow();

        assertThat(Wiring.places(smallest / 2)).isGreaterThanOrEqualTo((int) largest);
        assertThat(Wiring.places(1)).isEqualTo(1);
    }

    private static LongStream allowed(String template, String parameter) {
        return Pattern.compile("\n  " + parameter + ":\\s+Type: Number\\s+AllowedValues: \\[([^]]*)]")
                .matcher(template)
                .results()
                .flatMap(found -> Stream.of(found.group(1).split(",\\s*", -1)))
                .mapToLong(Long::parseLong);
    }

    @Test
    void theBuildWritesDownTheVersion() {
        assertThat(Version.read().number()).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
        assertThat(Version.read().userAgent()).startsWith("s3-image-edit/");
    }
}
