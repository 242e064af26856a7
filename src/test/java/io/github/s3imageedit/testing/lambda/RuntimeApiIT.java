package io.github.s3imageedit.testing.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RuntimeApiIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RuntimeApi lambda = RuntimeApi.start();

    @AfterEach
    void close() {
        lambda.close();
    }

    private FunctionProcess start(String handler) throws URISyntaxException {
        Path classes = Path.of(TrivialHandler.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return FunctionProcess.start(
                lambda,
                FunctionCode.ofClassPath(List.of(classes)),
                handler,
                Map.of("GREETING", "hello"),
                List.of("-Xmx64m"));
    }

    @Test
    void handsEventsToTheHandlerAndItsRepliesBack() throws URISyntaxException {
        try (FunctionProcess function = start(TrivialHandler.class.getName())) {
            assertThat(lambda.invoke("\"one\"", PATIENCE)).isEqualTo(new Invocation.Returned("\"one hello in time\""));
            assertThat(lambda.invoke("\"two\"", PATIENCE)).isEqualTo(new Invocation.Returned("\"two hello in time\""));
            assertThat(lambda.invoke("\"throw\"", PATIENCE))
                    .isEqualTo(new Invocation.Failed("java.lang.IllegalStateException", "as wished"));
            assertThat(lambda.invoke("\"three\"", PATIENCE)).isInstanceOf(Invocation.Returned.class);
            assertThat(function.isAlive()).isTrue();
            assertThat(function.peakMemory().orElse(Long.MAX_VALUE)).isGreaterThan(1 << 20);
            function.kill();
            assertThat(function.output()).contains("heard one").contains("heard three");
        }
    }

    @Test
    void tellsOfTimeAndDeath() throws URISyntaxException {
        try (FunctionProcess function = start(TrivialHandler.class.getName())) {
            assertThat(lambda.invoke("\"one\"", PATIENCE)).isInstanceOf(Invocation.Returned.class);
            assertThat(lambda.invoke("\"sleep\"", Duration.ofMillis(300))).isEqualTo(new Invocation.TimedOut());
            function.kill();
            assertThat(lambda.invoke("\"two\"", PATIENCE)).isEqualTo(new Invocation.Died(137));
        }
        try (FunctionProcess function = start(TrivialHandler.class.getName())) {
            assertThat(lambda.invoke("\"exit\"", PATIENCE)).isEqualTo(new Invocation.Died(3));
            assertThat(function.isAlive()).isFalse();
        }
    }

    @Test
    void tellsOfHandlersThatCannotBeMade() throws URISyntaxException {
        try (FunctionProcess function = start("no.such.Handler")) {
            assertThat(lambda.invoke("\"one\"", PATIENCE))
                    .isInstanceOfSatisfying(
                            Invocation.Failed.class,
                            failed -> assertThat(failed.message()).contains("no.such.Handler"));
            assertThat(function.pid()).isPositive();
        }
    }
}
