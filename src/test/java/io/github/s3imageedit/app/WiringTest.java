package io.github.s3imageedit.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WiringTest {
    @Test
    void putsThePartsTogetherWithoutANetwork() {
        Settings settings = Settings.from(SettingsTest.environment("AWS_ENDPOINT_URL=http://127.0.0.1:1"));

        assertThat(Wiring.of(settings).crew()).isNotNull();
    }

    @Test
    void theBuildWritesDownTheVersion() {
        assertThat(Version.read().number()).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
        assertThat(Version.read().userAgent()).startsWith("s3-image-edit/");
    }
}
