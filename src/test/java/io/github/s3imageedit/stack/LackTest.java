package io.github.s3imageedit.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LackTest {
    @ParameterizedTest
    @EnumSource
    void hasSubstitutesThatLook(Lack lack) {
        assertThat(lack.substitutes())
                .isNotEmpty()
                .allSatisfy(substitute ->
                        assertThat(Path.of(substitute.file())).content().contains(substitute.word()));
    }
}
