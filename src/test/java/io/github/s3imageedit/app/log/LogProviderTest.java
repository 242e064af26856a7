package io.github.s3imageedit.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogProviderTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");
    private static final String PREFIX = "s3-image-edit.log.";

    @AfterEach
    void forget() {
        System.clearProperty(PREFIX + "org.example");
        System.clearProperty(PREFIX + "org.example.loud");
    }

    private static Level lowest(String logger) {
        return Level.intToLevel(LogProvider.threshold(logger));
    }

    @Test
    void standsBehindTheLog() {
        assertThat(LoggerFactory.getLogger(LogProviderTest.class)).isInstanceOf(LineLogger.class);
    }

    @Test
    void oursAreHeardFromInfoAndOthersFromWarnings() {
        assertThat(lowest("io.github.s3imageedit.pipeline.EditPipeline")).isEqualTo(Level.INFO);
        assertThat(lowest("software.amazon.awssdk.request")).isEqualTo(Level.WARN);
        assertThat(lowest("")).isEqualTo(Level.WARN);
        LineLogger logger = new LineLogger("x", Level.WARN.toInt(), LineForm.TEXT);
        assertThat(logger.isWarnEnabled() && logger.isErrorEnabled()).isTrue();
        assertThat(logger.isInfoEnabled() || logger.isDebugEnabled() || logger.isTraceEnabled())
                .isFalse();
    }

    @Test
    void theLongestPrefixSetsTheLevel() {
        System.setProperty(PREFIX + "org.example", "off");
        System.setProperty(PREFIX + "org.example.loud", "debug");

        assertThat(lowest("org.example.loud.Speaker")).isEqualTo(Level.DEBUG);
        assertThat(LogProvider.threshold("org.example.quiet")).isGreaterThan(Level.ERROR.toInt());
        assertThat(lowest("org.examples")).isEqualTo(Level.WARN);
    }

    @Test
    void peopleGetAShortLine() {
        assertThat(LineForm.TEXT.line(Level.INFO, "io.github.s3imageedit.app.Wiring", "a {} b", NOON))
                .isEqualTo("INFO Wiring - a {} b");
    }

    @Test
    void jsonIsOneLineWhateverIsSaid() {
        String message = "a \"b\"\n\tat c\u2028\u0085";
        String line = LineForm.JSON.line(Level.ERROR, "a.B", message, NOON);

        assertThat(line)
                .startsWith("{\"timestamp\":\"2026-11-22T12:00:00.123Z\",\"level\":\"ERROR\",\"logger\":\"a.B\",")
                .doesNotContainPattern("[\\p{Cc}\\p{Zl}\\p{Zp}]");
        JsonNode read = JsonMapper.shared().readTree(line);
        assertThat(read.path("message").asString()).isEqualTo(message);
        assertThat(read.size()).isEqualTo(4);
    }
}
