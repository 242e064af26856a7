package io.github.s3imageedit.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.s3imageedit.trigger.DoorTrial.Door;
import io.github.s3imageedit.trigger.DoorTrial.End;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever comes to the doors: an end that its sender understands, and a look at nothing else than what the event names.
 *
 * <p>{@code -Dfuzz.seed=N -Dfuzz.events=N} tries others, or more of them. What fails is kept in {@code target/fuzz}, and
 * belongs into {@code src/test/resources/fuzz/doors} from then on.
 */
@Timeout(300)
class DoorsFuzzTest {
    private static final long SEED = Long.getLong("fuzz.seed", 20261128);
    private static final int EVENTS = Integer.getInteger("fuzz.events", 100_000);
    private static final Path FUZZ = Path.of("src/test/resources/fuzz");

    static List<Path> seeds() throws IOException {
        List<Path> seeds = new ArrayList<>(files(FUZZ.resolve("seeds")));
        files(Path.of("events")).stream()
                .filter(file -> file.toString().endsWith(".json"))
                .forEach(seeds::add);
        return seeds;
    }

    static List<Path> regressions() throws IOException {
        return files(FUZZ.resolve("doors"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void endsWellWhateverComes() throws Exception {
        List<byte[]> seeds = new ArrayList<>();
        for (Path seed : seeds()) {
            seeds.add(Files.readAllBytes(seed));
        }
        DoorsFuzz fuzz = new DoorsFuzz(new EventMutator(seeds), SEED, EVENTS);

        fuzz.run(Duration.ofSeconds(10));

        System.out.println(EVENTS + " events: " + fuzz);
        assertThat(fuzz.count(End.REPLIED)).as("not all is junk").isGreaterThan(EVENTS / 5);
        assertThat(fuzz.count(End.UNKNOWN)).as("nor is nothing").isGreaterThan(EVENTS / 5);
        assertThat(fuzz.count(End.HANDED_BACK)).isGreaterThan(EVENTS / 1000);
        assertThat(fuzz.objects()).isGreaterThan(EVENTS / 5);
    }

    @ParameterizedTest
    @MethodSource({"regressions", "seeds"})
    void endsWellWhereItOnceDidNot(Path event) throws IOException {
        try (HeardLog log = new HeardLog()) {
            for (Door door : Door.values()) {
                new DoorTrial().run(Files.readAllBytes(event), door);
                assertThat(log.alarms()).as("lines in the log").isEmpty();
            }
        }
    }

    /** The seeds would be worth nothing if a door did not know them. */
    @ParameterizedTest
    @MethodSource("seeds")
    void knowsTheSeeds(Path seed) throws IOException {
        try (HeardLog log = new HeardLog()) {
            assertThat(new DoorTrial().run(Files.readAllBytes(seed), Door.EDIT).end())
                    .isNotEqualTo(End.UNKNOWN);
            assertThat(log.alarms()).isEmpty();
        }
    }

    /** An edit begins with the ledger, which is an error here, on a thread that has nobody to tell. */
    @ParameterizedTest
    @MethodSource("askingEvents")
    void noticesAnEditOnAnotherThread(String event) {
        try (HeardLog log = new HeardLog()) {
            assertThatThrownBy(() -> new DoorTrial().run(event.getBytes(UTF_8), Door.EDIT))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("nothing is to be");
            assertThat(log.alarms()).hasSize(1);
        }
    }

    static List<String> askingEvents() {
        return List.of(Events.record("ObjectCreated:Put", "{\"key\":\"asking.png\"}"));
    }
}
