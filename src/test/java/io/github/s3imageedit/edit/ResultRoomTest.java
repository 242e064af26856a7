package io.github.s3imageedit.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.image.ImageSpool;
import io.github.s3imageedit.image.SpooledImage;
import io.github.s3imageedit.job.Deadline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A folder that holds two pictures at most, and many more that arrive at once. */
@Timeout(60)
class ResultRoomTest {
    private static final int PICTURE = 900;
    private static final int CHUNK = 10;
    private static final long TOTAL = 2000;
    private static final int MANY = 24;

    @TempDir
    Path folder;

    private final AtomicLong used = new AtomicLong();
    private final AtomicLong most = new AtomicLong();

    private ResultRoom room() {
        return new ResultRoom(folder, PICTURE, () -> TOTAL - used.get(), () -> TOTAL);
    }

    /** Of an exchange that has no time left: waiting for others does not count. */
    private static TimeLimit limit(InstantSource clock) {
        return new TimeLimit((duration, action) -> () -> {}, Deadline.in(Duration.ZERO, clock), () -> {});
    }

    private boolean receive(ResultRoom room) throws IOException, InterruptedException {
        try (ImageSpool spool = room.open(limit(InstantSource.system()))) {
            for (int written = 0; written < PICTURE; written += CHUNK) {
                spool.write(new byte[CHUNK], 0, CHUNK);
                most.accumulateAndGet(used.addAndGet(CHUNK), Math::max);
            }
            try (SpooledImage image = spool.finish()) {
                Thread.sleep(1);
                used.addAndGet(-image.length());
                return image.length() == PICTURE;
            }
        }
    }

    @Test
    void takesManyPicturesOneAfterTheOtherWhereTheyDoNotFitTogether() throws Exception {
        ResultRoom room = room();
        List<Callable<Boolean>> arrivals = new ArrayList<>();
        for (int number = 0; number < MANY; number++) {
            arrivals.add(() -> receive(room));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(MANY)) {
            for (Future<Boolean> arrived : threads.invokeAll(arrivals)) {
                assertThat(arrived.get()).isTrue();
            }
        }
        // Each that has just seen that there is room may write a chunk.
        assertThat(most.get()).isLessThanOrEqualTo(TOTAL + (long) MANY * CHUNK);
    }

    @Test
    void waitsForNobodyWhenTheTimeIsUp() throws IOException {
        used.set(TOTAL);
        ResultRoom room = room();
        AtomicLong minutes = new AtomicLong();
        InstantSource hurrying = () -> Instant.EPOCH.plus(Duration.ofMinutes(minutes.getAndIncrement()));
        try (ImageSpool first = room.open(limit(InstantSource.system()));
                ImageSpool second = room.open(limit(hurrying))) {
            first.write(1);
            second.write(1);
        }
    }

    @Test
    void givesTheRestToTheNextWhenAPictureIsGivenUp() throws IOException {
        used.set(TOTAL);
        ResultRoom room = room();
        try (ImageSpool first = room.open(limit(InstantSource.system()))) {
            first.write(1);
        }
        try (ImageSpool second = room.open(limit(InstantSource.system()))) {
            second.write(1);
            second.write(1);
        }
        assertThat(used.get()).isEqualTo(TOTAL);
    }
}
