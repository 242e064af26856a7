package io.github.s3imageedit.testing.endpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The stand-in as a program of its own.
 *
 * <p>Options: {@code --port N}, {@code --host ADDRESS}, {@code --key KEY}, {@code --mode lumenfall|openai|azure|generic},
 * {@code --delay 3s}, {@code --media-origin URL}, {@code --field NAME}, {@code --fault LINE}, {@code --faults FILE},
 * {@code --result FILE}; those for keys, fields, faults and results may be repeated.
 */
final class CommandLine {
    private final List<String> keys = new ArrayList<>();
    private final List<String> fields = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final List<Path> results = new ArrayList<>();
    private StandInSettings settings = StandInSettings.of(Dialect.LUMENFALL);

    private CommandLine() {}

    static void run(String[] arguments) throws IOException, InterruptedException {
        StandInEndpoint endpoint = start(List.of(arguments));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(endpoint)));
        System.out.println(endpoint.baseUrl());
        Thread.currentThread().join();
    }

    private static void close(StandInEndpoint endpoint) {
        try {
            endpoint.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static StandInEndpoint start(List<String> arguments) throws IOException {
        CommandLine line = new CommandLine();
        if (arguments.size() % 2 != 0) {
            throw new IllegalArgumentException("every option takes a value: " + arguments);
        }
        for (int index = 0; index < arguments.size(); index += 2) {
            line.take(arguments.get(index), arguments.get(index + 1));
        }
        return line.start();
    }

    private StandInEndpoint start() throws IOException {
        StandInSettings all = settings.withFurtherFields(Set.copyOf(fields)).withLines(System.out::println);
        StandInEndpoint endpoint = StandInEndpoint.start(keys.isEmpty() ? all : all.withKeys(Set.copyOf(keys)));
        endpoint.script(faults);
        endpoint.results(results.toArray(Path[]::new));
        return endpoint;
    }

    private void take(String option, String value) throws IOException {
        switch (option) {
            case "--port" -> settings = settings.boundTo(settings.host(), Integer.parseInt(value));
            case "--host" -> settings = settings.boundTo(value, settings.port());
            case "--key" -> keys.add(value);
            case "--mode" -> settings = settings.speaking(Dialect.valueOf(value.toUpperCase(Locale.ROOT)));
            case "--delay" -> settings = settings.withDelay(FaultSpecification.duration(value));
            case "--media-origin" -> settings = settings.withMediaOrigin(value);
            case "--field" -> fields.add(value);
            case "--fault" -> faults.add(value);
            case "--faults" -> faults.addAll(nonBlankLines(Path.of(value)));
            case "--result" -> results.add(Path.of(value));
            default -> throw new IllegalArgumentException("unknown option: " + option);
        }
    }

    private static List<String> nonBlankLines(Path file) throws IOException {
        return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    }
}
