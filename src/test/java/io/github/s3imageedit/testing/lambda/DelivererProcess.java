package io.github.s3imageedit.testing.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A {@link Deliverer} in a JVM of its own, on the packaged function. */
public final class DelivererProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private final StringBuilder log = new StringBuilder();

    private DelivererProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(UTF_8);
    }

    public static DelivererProcess start(Map<String, String> environment, Deliverer.Load load) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp"));
        // Ours last: of the test classes only the main program is wanted.
        command.add(FunctionCode.packaged().classPath() + File.pathSeparator + testClasses());
        command.add(Deliverer.class.getName());
        command.addAll(List.of(load.arguments()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return new DelivererProcess(builder.start());
        } catch (IOException noJvm) {
            throw new UncheckedIOException(noJvm);
        }
    }

    private static Path testClasses() {
        try {
            return Path.of(Deliverer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Waits until the handler is made. */
    public DelivererProcess awaitReady() throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            log.append(line).append('\n');
            if (line.equals(Deliverer.READY)) {
                return this;
            }
        }
        throw new IllegalStateException("the deliverer did not start:\n" + log);
    }

    /** Hands the event over, and reads to the end: a reply or an exception for each delivery. */
    public List<String> deliver(String event) throws IOException {
        try (OutputStream input = process.getOutputStream()) {
            input.write(event.getBytes(UTF_8));
        }
        List<String> results = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(Deliverer.RESULT)) {
                results.add(line.substring(Deliverer.RESULT.length()));
            } else {
                log.append(line).append('\n');
            }
        }
        return results;
    }

    /** What it said besides. */
    public String log() {
        return log.toString();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
