package io.github.s3imageedit.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MisspellingTest {
    @ParameterizedTest
    @CsvSource({
        "Size, size",
        "SIZE, size",
        "sizes, size",
        "siz, size",
        "szie, size",
        "sixe, size",
        "s-i-z-e, size",
        "N, n",
        "n., n",
        "outputformat, output_format",
        "outptu_format, output_format",
        "ouput_format, output_format"
    })
    void oneSlipIsOne(String name, String intended) {
        assertThat(Misspelling.isMisspelling(name, intended)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "size, size",
        "zise, size",
        "sizing, size",
        "sz, size",
        "m, n",
        "nn, n",
        "'', n",
        "no, n",
        "output, output_format",
        "---, size",
        "izes, size",
        "ezis, size"
    })
    void whatIsRightOrFurtherAwayIsNone(String name, String intended) {
        assertThat(Misspelling.isMisspelling(name, intended)).isFalse();
    }

    @Test
    void findsTheNameThatWasMeant() {
        assertThat(Misspelling.of("modell", List.of("prompt", "model"))).contains("model");
        assertThat(Misspelling.of("colour", List.of("prompt", "model"))).isEmpty();
    }
}
