package io.github.s3imageedit.testing.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** A function in a JVM of its own, under Lambda's runtime client, with nothing of our environment but what is given. */
public final class FunctionProcess implements AutoCloseable {
    // https://docs.aws.amazon.com/lambda/latest/dg/java-customization.html
    private static final List<String> LAMBDA_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            // The runtime client reaches its socket by JNI.
            "--enable-native-access=ALL-UNNAMED");

    private final Process process;
    private final CapturedText output;
    private final CapturedText errors;
    private final CompletableFuture<Void> ended;

    private FunctionProcess(Process process, RuntimeApi api) {
        this.process = process;
        api.processStarted();
        this.output = new CapturedText(process.getInputStream());
        this.errors = new CapturedText(process.getErrorStream());
        this.ended = process.onExit().thenAccept(exited -> {
            output.awaitEnd();
            errors.awaitEnd();
            api.processEnded(exited.exitValue());
        });
    }

    /** Starts a handler, named as Lambda names it; JVM options come after Lambda's own. */
    public static FunctionProcess start(
            RuntimeApi api,
            FunctionCode code,
            String handler,
            Map<String, String> environment,
            List<String> jvmOptions) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(LAMBDA_OPTIONS);
        command.add(ClientLibrary.jvmOption());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", code.classPath()));
        command.addAll(List.of("com.amazonaws.services.lambda.runtime.api.client.AWSLambda", handler));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(lambdaEnvironment(api, handler));
        builder.environment().putAll(environment);
        try {
            return new FunctionProcess(builder.start(), api);
        } catch (IOException noJvm) {
            throw new UncheckedIOException(noJvm);
        }
    }

    // https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
    private static Map<String, String> lambdaEnvironment(RuntimeApi api, String handler) {
        return Map.of(
                "AWS_LAMBDA_RUNTIME_API", api.address(),
                "_HANDLER", handler,
                "AWS_LAMBDA_FUNCTION_NAME", "test",
                "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512",
                "AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/test",
                "AWS_LAMBDA_LOG_STREAM_NAME", "test",
                "AWS_REGION", "us-east-1",
                "LANG", "en_US.UTF-8",
                "TZ", ":UTC");
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Standard output so far; whole once the process has ended. */
    public String output() {
        return output.soFar();
    }

    public String errors() {
        return errors.soFar();
    }

    /** SIGKILL, as Lambda ends a function that overran; returns when nothing of it is left. */
    public void kill() {
        process.destroyForcibly();
        ended.join();
    }

    /** The most memory that the living process has held so far, in bytes, where the system tells. */
    public OptionalLong peakMemory() {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(kilobytes -> Long.parseLong(kilobytes) * 1024)
                    .findFirst();
        } catch (IOException | UncheckedIOException notTold) {
            return OptionalLong.empty();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
