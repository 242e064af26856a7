package io.github.s3imageedit.testing;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A file of {@code events/}, and the keys that it names, decoded by hand; all of them hold {@link Samples#harbour()}. */
public record SampleEvent(String name, List<String> keys) {
    /** The bucket of all samples; the local run's inbox. */
    public static final String BUCKET = "inbox";

    private static final Path FOLDER = Path.of("events");
    private static final Map<String, List<String>> KEYS = Map.ofEntries(
            entry("s3-put.json", List.of("cats/tom & Jérôme (1)+@.png")),
            entry("s3-tagging.json", List.of("cats/50% of %41, tagged anew.png")),
            entry("s3-test.json", List.of()),
            entry("sns-s3-put.json", List.of("topic//a/../tom & 50% +@.png")),
            entry("sqs-s3-put.json", List.of("queue/日本語 (1)+@ 😀.png")),
            entry("sqs-s3-test.json", List.of()),
            entry("sqs-sns-s3-put.json", List.of("queue/topic/%41+tom & 'Jérôme'.png")),
            entry(
                    "sqs-sns-raw-s3-put.json",
                    List.of("queue/raw/one.png", "queue/raw//two & 2.png", "queue/raw/../three 100%.png")),
            entry("sqs-eventbridge-object-created.json", List.of("queue/bridge/\"tom\" \\ Jérôme & 50% +%41 😀.png")),
            entry(
                    "sqs-batch.json",
                    List.of(
                            "batch/put & 1+1=2.png",
                            "batch/copy of (put) @.png",
                            "batch/in parts 100%.png",
                            "batch/tagged anew %41.png",
                            "batch/wrapped “Ünïcode” 😀.png",
                            "batch/raw//first.png",
                            "batch/raw/../second.png",
                            "batch/bridge/\"created\" \\ 50% +%41.png",
                            "batch/bridge/tags added & ü.png",
                            "batch/bridge/日本語 copy+.png")),
            entry(
                    "sqs-fifo.json",
                    List.of("cats/first & 1+1.png", "dogs/first 100%.png", "cats/second.png", "dogs/second.png")),
            entry("eventbridge-object-created.json", List.of("bridge/tom & Jérôme (1)+@ 50% %41 😀.png")),
            entry("eventbridge-object-tags-added.json", List.of("bridge//a/../tagged anew & 50%+.png")),
            entry("s3-batch-1.0.json", List.of("existing/tom & Jérôme (1)+@ 50% %41.png")),
            entry("s3-batch-2.0.json", List.of("existing//日本語 & 😀+~.png")),
            entry("failed-async.json", List.of("failed/tom & Jérôme (1)+@.png")),
            entry("sqs-failed-async.json", List.of("failed/again 100% %41.png")));

    /** Every sample, in the order of their names; fails where a file's keys are not known. */
    public static List<SampleEvent> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .map(SampleEvent::named)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static SampleEvent named(String name) {
        List<String> keys = KEYS.get(name);
        if (keys == null) {
            throw new IllegalArgumentException("say in SampleEvent which keys " + name + " names");
        }
        return new SampleEvent(name, keys);
    }

    public String text() {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The event as it would be of another bucket. */
    public String of(String bucket) {
        return text().replaceAll(BUCKET + "(?=\\\\*\")", bucket);
    }

    /** Parameterized tests are called so. */
    @Override
    public String toString() {
        return name;
    }
}
