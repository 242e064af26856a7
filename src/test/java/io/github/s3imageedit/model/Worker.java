package io.github.s3imageedit.model;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One invocation, alive or ended by itself.
 *
 * @param node what it has been told
 * @param due when its timers are, in milliseconds
 * @param end of what it waits for, in milliseconds; 0: it waits for no time
 */
record Worker(int number, Node node, Map<Integer, Long> due, long end, Set<Mark> marks) {
    /** What may have befallen it. */
    enum Mark {
        /** Its request takes long, as S3's may. */
        STALLED,
        /** S3 does nothing for it any more. */
        CUT_OFF,
        /** A result turned up after it may have looked. */
        BLIND
    }

    static Worker starting(int number, Node node, long now) {
        return new Worker(number, node, Map.of(), 0, Set.of()).arrived(now);
    }

    boolean isAlive() {
        return node.next() instanceof Next.Asks;
    }

    Next.Asks asks() {
        if (node.next() instanceof Next.Asks asks) {
            return asks;
        }
        throw new IllegalStateException("worker " + number + " has ended");
    }

    boolean is(Mark mark) {
        return marks.contains(mark);
    }

    Worker with(Mark mark) {
        Set<Mark> all = EnumSet.of(mark);
        all.addAll(marks);
        return new Worker(number, node, due, end, all);
    }

    Worker without(Mark mark) {
        Set<Mark> others = EnumSet.noneOf(Mark.class);
        marks.stream().filter(other -> other != mark).forEach(others::add);
        return new Worker(number, node, due, end, others);
    }

    /** Sits still with its request until then at the latest. */
    Worker stalled(Duration time, long now) {
        return new Worker(number, node, due, now + time.toMillis(), marks).with(Mark.STALLED);
    }

    /** Goes on with an answer. */
    Worker told(Reply reply, long now) {
        boolean within = asks().beside() || reply instanceof Reply.Due;
        Worker worker = within ? this : without(Mark.STALLED);
        return new Worker(number, node.told(reply, now), due, within ? end : 0, worker.marks).arrived(now);
    }

    private Worker arrived(long now) {
        if (!(node.next() instanceof Next.Asks asks)) {
            return new Worker(number, node, Map.of(), 0, marks);
        }
        Map<Integer, Long> timers = new TreeMap<>();
        asks.timers().forEach((timer, delay) -> timers.put(timer, due.getOrDefault(timer, now + delay.toMillis())));
        long until = end == 0 && asks.isTimed() ? now + asks.request().lasting().toMillis() : end;
        return new Worker(number, node, timers, until, marks);
    }

    /** Whether time may pass over its request. */
    boolean letsTimePass(long now) {
        boolean waits = asks().isTimed() || (is(Mark.STALLED) && !asks().beside());
        return waits && end > now && due.values().stream().allMatch(time -> time > now);
    }
}
