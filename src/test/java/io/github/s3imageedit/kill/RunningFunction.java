package io.github.s3imageedit.kill;

import io.github.s3imageedit.testing.lambda.FunctionCode;
import io.github.s3imageedit.testing.lambda.FunctionProcess;
import io.github.s3imageedit.testing.lambda.Invocation;
import io.github.s3imageedit.testing.lambda.RuntimeApi;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The package in a JVM of its own, with its own side of Lambda; S3 knows it by its access key. */
final class RunningFunction implements AutoCloseable {
    private static final String HANDLER = "io.github.s3imageedit.trigger.EditHandler";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final String client;
    private final RuntimeApi lambda;
    private final FunctionProcess process;

    private RunningFunction(String client, RuntimeApi lambda, FunctionProcess process) {
        this.client = client;
        this.lambda = lambda;
        this.process = process;
    }

    /** Returns at once; the JVM starts beside what comes next. */
    static RunningFunction start(String client, Map<String, String> environment, Duration lease) {
        RuntimeApi lambda = RuntimeApi.start();
        Map<String, String> own = new HashMap<>(environment);
        own.put("AWS_ACCESS_KEY_ID", client);
        List<String> options = List.of("-Xmx128m", "-Ds3-image-edit.lease-seconds=" + lease.toSeconds());
        return new RunningFunction(
                client, lambda, FunctionProcess.start(lambda, FunctionCode.packaged(), HANDLER, own, options));
    }

    String client() {
        return client;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    Invocation deliver(String event) {
        return lambda.invoke(event, TIMEOUT);
    }

    String output() {
        return process.output() + process.errors();
    }

    void kill() {
        process.kill();
    }

    @Override
    public void close() {
        kill();
        lambda.close();
    }
}
