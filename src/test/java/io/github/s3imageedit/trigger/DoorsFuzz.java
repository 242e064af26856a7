package io.github.s3imageedit.trigger;

import io.github.s3imageedit.trigger.DoorTrial.Door;
import io.github.s3imageedit.trigger.DoorTrial.End;
import io.github.s3imageedit.trigger.DoorTrial.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tries mutated events at the doors, one after the other, under the eyes of somebody who has a clock. */
final class DoorsFuzz {
    private static final Path FOUND = Path.of("target/fuzz");

    /** One event on its way; each is made of its own seed, and can be made again without those before. */
    private record Attempt(long seed, long begin) {
        static Attempt now(long seed) {
            return new Attempt(seed, System.nanoTime());
        }
    }

    private final EventMutator mutator;
    private final long seed;
    private final int events;
    private final Map<Door, Map<End, Integer>> ends = new EnumMap<>(Door.class);
    private int objects;
    private volatile Attempt attempt;

    DoorsFuzz(EventMutator mutator, long seed, int events) {
        this.mutator = mutator;
        this.seed = seed;
        this.events = events;
        this.attempt = Attempt.now(seed);
    }

    /** @throws AssertionError with the first event that ends badly, or not in the time that one may take */
    void run(Duration most) throws IOException {
        ExecutorService worker = Executors.newSingleThreadExecutor();
        try (HeardLog log = new HeardLog()) {
            Future<?> work = worker.submit(() -> tryAll(log));
            while (!isDone(work)) {
                if (System.nanoTime() - attempt.begin() > most.toNanos()) {
                    throw found(new TimeoutException("goes on for more than " + most));
                }
            }
        } finally {
            worker.shutdownNow();
        }
    }

    private boolean isDone(Future<?> work) throws IOException {
        try {
            work.get(200, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException goesOn) {
            return false;
        } catch (ExecutionException | InterruptedException e) {
            throw found(e);
        }
    }

    private AssertionError found(Exception e) throws IOException {
        long last = attempt.seed();
        SplittableRandom random = new SplittableRandom(last);
        byte[] event = mutator.next(random);
        Path kept = Files.createDirectories(FOUND).resolve(door(event, random) + "-" + last + ".json");
        Files.write(kept, event);
        return new AssertionError("seed " + last + ", kept in " + kept + ": " + e, e);
    }

    private void tryAll(HeardLog log) {
        DoorTrial trial = new DoorTrial();
        for (int number = 0; number < events; number++) {
            attempt = Attempt.now(seed + number);
            SplittableRandom random = new SplittableRandom(seed + number);
            byte[] event = mutator.next(random);
            Door door = door(event, random);
            Result result = trial.run(event, door);
            List<String> alarms = log.alarms();
            if (!alarms.isEmpty()) {
                throw new AssertionError("lines in the log: " + alarms);
            }
            ends.computeIfAbsent(door, each -> new EnumMap<>(End.class)).merge(result.end(), 1, Integer::sum);
            objects += result.objects();
        }
    }

    /** The one that takes all, or the one that it seems to be for, or just any. */
    private static Door door(byte[] event, SplittableRandom random) {
        Door[] doors = Door.values();
        return switch (random.nextInt(8)) {
            case 0 -> doors[random.nextInt(doors.length)];
            case 1, 2, 3 -> Door.of(event);
            default -> Door.EDIT;
        };
    }

    int count(End end) {
        return ends.values().stream()
                .mapToInt(each -> each.getOrDefault(end, 0))
                .sum();
    }

    int objects() {
        return objects;
    }

    @Override
    public String toString() {
        return ends + ", " + objects + " objects were looked at";
    }
}
