package io.github.s3imageedit.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one worker has been told, from the first answer to the last; run once, however many states it is part of. */
final class Node {
    private final Origin origin;
    private final Optional<Node> before;
    private final Optional<Reply> reply;
    private final Map<Reply, Node> after = new HashMap<>();
    private final int number;
    private final long clock;
    private Optional<Next> next = Optional.empty();

    /** One worker's beginning. */
    private record Origin(Program program, Counter counter, int worker, Instant start) {}

    /** Gives numbers to nodes, so that states can be told apart by short keys. */
    static final class Counter {
        private int count;
    }

    private Node(Origin origin, Optional<Node> before, Optional<Reply> reply) {
        this.origin = origin;
        this.before = before;
        this.reply = reply;
        this.number = ++origin.counter().count;
        this.clock = reply.filter(Reply.Clock.class::isInstance)
                .map(told -> ((Reply.Clock) told).now())
                .or(() -> before.map(node -> node.clock))
                .orElseGet(() -> origin.start().toEpochMilli());
    }

    static Node first(Program program, Counter counter, int worker, Instant start) {
        return new Node(new Origin(program, counter, worker, start), Optional.empty(), Optional.empty());
    }

    int number() {
        return number;
    }

    boolean isFirst() {
        return before.isEmpty();
    }

    Node told(Reply answer, long now) {
        Node later = now == clock ? this : child(new Reply.Clock(now));
        return later.child(answer);
    }

    private Node child(Reply answer) {
        return after.computeIfAbsent(answer, same -> new Node(origin, Optional.of(this), Optional.of(same)));
    }

    Next next() {
        if (next.isEmpty()) {
            next = Optional.of(origin.program().next(origin.worker(), origin.start(), replies()));
        }
        return next.get();
    }

    private List<Reply> replies() {
        List<Reply> replies = new ArrayList<>();
        for (Optional<Node> node = Optional.of(this); node.isPresent(); node = node.get().before) {
            node.get().reply.ifPresent(replies::add);
        }
        Collections.reverse(replies);
        return replies;
    }
}
