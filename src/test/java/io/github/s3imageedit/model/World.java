package io.github.s3imageedit.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Everything at one moment.
 *
 * @param bucket by key
 * @param workers alive, or ended by themselves; whoever was killed is gone
 * @param calls that the endpoint received, oldest first
 * @param flights writes that S3 may still carry out, although nobody waits for them
 */
record World(Map<String, Standing> bucket, List<Worker> workers, List<Call> calls, List<Flight> flights, Tally tally) {

    /**
     * An object in its place.
     *
     * @param written in milliseconds
     */
    record Standing(Thing thing, long written) {}

    record Flight(int worker, Request.Write write) {}

    /** What has ever been kept of what was paid for. */
    enum Kept {
        NOTHING,
        /** A receipt or a picture stood. */
        SOMETHING,
        /** A picture stood of which its worker knew nothing. */
        UNKNOWINGLY
    }

    /**
     * What is counted.
     *
     * @param now in milliseconds
     * @param troubles left
     * @param started workers
     * @param deliveries since the last trouble
     */
    record Tally(long now, int troubles, int started, int deliveries, Kept kept) {
        private static final int AFTERWARDS = 100;

        Tally at(long time) {
            return new Tally(time, troubles, started, deliveries, kept);
        }

        Tally troubled() {
            return new Tally(now, troubles - 1, started, 0, kept);
        }

        Tally delivered() {
            return new Tally(now, troubles, started, deliveries + 1, kept);
        }

        Tally starting(long time) {
            return new Tally(time, troubles, started + 1, deliveries, kept);
        }

        Tally keeping(Kept more) {
            return new Tally(now, troubles, started, deliveries, more.compareTo(kept) > 0 ? more : kept);
        }

        /** Of what is settled, one event more comes, which must do nothing. */
        Tally afterwards() {
            return new Tally(now, 0, started, AFTERWARDS, kept);
        }

        boolean isAfterwards() {
            return deliveries == AFTERWARDS;
        }

        boolean keepsNothing() {
            return kept == Kept.NOTHING;
        }
    }

    long now() {
        return tally.now();
    }

    Optional<Thing> standing(String key) {
        return Optional.ofNullable(bucket.get(key)).map(Standing::thing);
    }

    List<Worker> alive() {
        return workers.stream().filter(Worker::isAlive).toList();
    }

    World with(Tally counted) {
        return new World(bucket, workers, calls, flights, counted);
    }

    World with(Worker changed) {
        return withWorkers(workers.stream()
                .map(worker -> worker.number() == changed.number() ? changed : worker)
                .toList());
    }

    World without(Worker dead) {
        return withWorkers(workers.stream()
                .filter(worker -> worker.number() != dead.number())
                .toList());
    }

    World withWorkers(List<Worker> others) {
        return new World(bucket, others, calls, flights, tally);
    }

    World with(String key, Optional<Thing> thing) {
        Map<String, Standing> next = new TreeMap<>(bucket);
        thing.ifPresentOrElse(found -> next.put(key, new Standing(found, now())), () -> next.remove(key));
        return new World(next, workers, calls, flights, tally);
    }

    World with(Call call) {
        List<Call> all = new ArrayList<>(calls);
        all.add(call);
        return new World(bucket, workers, all, flights, tally);
    }

    /** Changes the calls that one worker has made. */
    World withCallsOf(Worker worker, UnaryOperator<Call> change) {
        List<Call> changed = calls.stream()
                .map(call -> call.worker() == worker.number() ? change.apply(call) : call)
                .toList();
        return new World(bucket, workers, changed, flights, tally);
    }

    World with(Flight flight) {
        List<Flight> all = new ArrayList<>(flights);
        all.add(flight);
        return new World(bucket, workers, calls, all, tally);
    }

    World without(Flight landed) {
        return new World(
                bucket,
                workers,
                calls,
                flights.stream().filter(flight -> !flight.equals(landed)).toList(),
                tally);
    }

    /** A worker goes on with an answer. */
    World told(Worker worker, Reply reply) {
        return with(worker.told(reply, now()));
    }

    /** The same for the same state, and different for any other. */
    String key() {
        StringBuilder key = new StringBuilder().append(tally.now()).append(tally.kept());
        key.append(tally.troubles())
                .append('/')
                .append(tally.started())
                .append('/')
                .append(tally.deliveries());
        bucket.forEach((place, found) -> {
            key.append(' ').append(found.thing().etag(), 0, 16);
            if (place.startsWith(".ledger/")) {
                key.append('@').append(found.written());
            }
        });
        workers.forEach(worker -> {
            key.append(" w").append(worker.node().number()).append(worker.due().values());
            key.append(worker.end()).append(worker.marks());
        });
        calls.forEach(call ->
                key.append(" c").append(call.worker()).append(call.sent()).append(call.marks()));
        flights.forEach(flight ->
                key.append(" f").append(flight.worker()).append(flight.write().exactly()));
        return key.toString();
    }
}
