package io.github.s3imageedit.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Takes the log's place on standard output: nobody could read so many lines, but some must not be among them. */
final class HeardLog implements AutoCloseable {
    private final PrintStream before = System.out;
    private final Queue<String> alarms = new ConcurrentLinkedQueue<>();

    HeardLog() {
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8) {
            // A line comes whole, with its end.
            @Override
            public void write(byte[] bytes, int offset, int length) {
                String line = new String(bytes, offset, length, UTF_8);
                if (isAlarm(line.substring(0, Math.max(0, line.length() - 1)))) {
                    alarms.add(line);
                }
            }
        });
    }

    /** What nobody foresaw, or what looks like two lines to its reader; messages' ids are the queue's own. */
    private static boolean isAlarm(String line) {
        return line.contains("failed unexpectedly")
                || (line.chars().anyMatch(Character::isISOControl) && !line.contains("BatchRun - message "));
    }

    /** Alarms since this was asked for the last time. */
    List<String> alarms() {
        if (alarms.isEmpty()) {
            return List.of();
        }
        List<String> heard = List.copyOf(alarms);
        alarms.clear();
        return heard;
    }

    @Override
    public void close() {
        System.setOut(before);
    }
}
