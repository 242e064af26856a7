package io.github.s3imageedit.edit;

import io.github.s3imageedit.image.ImageSpool;
import io.github.s3imageedit.image.SpoolPlace;
import io.github.s3imageedit.job.Deadline;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where received pictures rest until they are stored, one at a time for each edit. All edits share it: when it is nearly
 * full, all wait but one, for which the rest is kept, so that one after the other can be stored and leave.
 */
public final class ResultRoom {
    /** Few results are larger, and a folder with less room than this is as good as full. */
    private static final long USUAL_BYTES = 16 << 20;

    /** What those write that have just seen that there was room. */
    private static final long SLACK_BYTES = 8 << 20;

    /** Others free room without anybody telling: whatever else lies in the folder. */
    private static final long LOOKING_MILLIS = 500;

    /** Many large pictures take their time to be stored; the connection of one that waits still stands by then. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final Path folder;
    private final long maxBytes;
    private final LongSupplier free;
    private final LongSupplier total;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition left = lock.newCondition();
    private @Nullable SpoolPlace first;

    /**
     * A room.
     *
     * @param folder Lambda's {@code /tmp}
     * @param maxBytes of one picture
     */
    public ResultRoom(Path folder, long maxBytes) {
        this(folder, maxBytes, folder.toFile()::getUsableSpace, folder.toFile()::getTotalSpace);
    }

    ResultRoom(Path folder, long maxBytes, LongSupplier free, LongSupplier total) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.free = free;
        this.total = total;
    }

    long maxBytes() {
        return maxBytes;
    }

    /** @param limit of the exchange, which stands still while others have the room */
    ImageSpool open(TimeLimit limit) throws IOException {
        return ImageSpool.open(folder, maxBytes, new Place(limit));
    }

    /** Why a picture could not be taken now, if it could not: it would be paid for in vain. */
    public Optional<String> objection() {
        long space = free.getAsLong();
        long wanted = Math.min(maxBytes, USUAL_BYTES);
        return space >= wanted
                ? Optional.empty()
                : Optional.of("a result would find no room: " + folder + " has " + space + " bytes free, and at least "
                        + wanted + " are wanted before a call; give the function more ephemeral storage");
    }

    /** Enough for the largest picture; in a small folder, half of it. */
    private boolean isAmple() {
        long space = free.getAsLong();
        // Asked before every few kilobytes, and mostly answered by the first half.
        return space > maxBytes + SLACK_BYTES || space > total.getAsLong() / 2;
    }

    private final class Place implements SpoolPlace {
        private final TimeLimit limit;

        Place(TimeLimit limit) {
            this.limit = limit;
        }

        @Override
        public void awaitRoom() throws IOException {
            if (!isAmple()) {
                limit.without(this::awaitOthers);
            }
        }

        private void awaitOthers() throws IOException {
            Deadline deadline = limit.in(LONGEST_WAIT);
            lock.lock();
            try {
                // When the time is up, what does not fit fails by itself.
                while (!takesRest() && !isAmple() && deadline.allows(Duration.ZERO)) {
                    left.await(LOOKING_MILLIS, TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while waiting for room");
            } finally {
                lock.unlock();
            }
        }

        private boolean takesRest() {
            if (first == null) {
                first = this;
            }
            return first == this;
        }

        @Override
        public void leave() {
            lock.lock();
            try {
                if (first == this) {
                    first = null;
                }
                left.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
