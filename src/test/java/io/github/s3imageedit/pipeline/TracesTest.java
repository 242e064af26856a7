package io.github.s3imageedit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class TracesTest {
    @Test
    void tellWhereItHappenedWithoutItsWords() {
        Exception cause = new IOException("https://media.example/1.png?signature=secret");

        assertThat(Traces.of(new IllegalStateException("secret", cause)))
                .contains(
                        "java.lang.IllegalStateException",
                        "caused by java.io.IOException",
                        "at " + getClass().getName())
                .doesNotContain("secret");
    }

    @Test
    void endWhereCausesGoRoundInACircle() {
        Exception one = new IllegalStateException();
        one.initCause(new IllegalStateException(one));

        assertThat(Traces.of(one)).contains("IllegalStateException");
    }
}
