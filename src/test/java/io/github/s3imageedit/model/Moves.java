package io.github.s3imageedit.model;

import io.github.s3imageedit.model.World.Flight;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** All that can happen next. */
final class Moves {
    private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

    private static final Duration BETWEEN_DELIVERIES = Duration.ofMinutes(1);
    /** Shorter than a lease: a delivery may still find a claim that looks alive. */
    private static final Duration ROUND = Duration.ofSeconds(6);
    /** After the last trouble: the first may find an edit that is still held, the second a call not yet recorded. */
    static final int MAX_DELIVERIES = 3;

    private final Scenario scenario;
    private final Program program;
    private final Effects effects;
    private final Troubles troubles;
    private final Sidecars sidecars;
    private final Map<String, Node> beginnings = new HashMap<>();
    private final Node.Counter nodes = new Node.Counter();

    Moves(Scenario scenario, Program program) {
        this.scenario = scenario;
        this.program = program;
        this.effects = new Effects(scenario, new Promises(scenario, program));
        this.troubles = new Troubles(effects);
        this.sidecars = new Sidecars(scenario);
    }

    World first() {
        long now = START.toEpochMilli();
        World.Tally tally = new World.Tally(now, scenario.troubles(), 0, 0, World.Kept.NOTHING);
        World nothing = new World(Map.of(), List.of(), List.of(), List.of(), tally);
        World first = delivered(nothing, now);
        return scenario.extent().handedBack() ? delivered(handedBack(first), now) : first;
    }

    private World handedBack(World first) {
        World world = first;
        while (!world.workers().isEmpty()) {
            Worker worker = world.workers().getFirst();
            World next = worker.asks().request() instanceof Request.Await
                    ? effects.answered(world, worker, Reply.Answer.DENIED, false)
                    : effects.answer(world, worker);
            world = next.withWorkers(next.alive());
        }
        return world;
    }

    private Worker starting(int number, long now) {
        Node first = beginnings.computeIfAbsent(
                number + "@" + now, same -> Node.first(program, nodes, number, Instant.ofEpochMilli(now)));
        return Worker.starting(number, first, now);
    }

    /** Every next step; none: everything has come to its end. */
    List<Move> from(World world) {
        List<Move> moves = new ArrayList<>();
        List<Worker> alive = world.workers();
        for (Flight flight : world.flights()) {
            if (alive.isEmpty() || alive.stream().anyMatch(worker -> isAbout(flight, worker))) {
                moves.add(new Move(0, flight.write(), "written at last", () -> effects.landed(world, flight)));
            }
        }
        for (Worker worker : alive) {
            addOf(moves, world, worker);
        }
        addTime(moves, world, alive);
        if (alive.isEmpty()) {
            addDelivery(moves, world);
        } else if (world.tally().started() < scenario.extent().workers()) {
            moves.add(delivery(world, world.now()));
        }
        Promises.check(!moves.isEmpty() || alive.isEmpty(), "nobody can go on");
        return moves;
    }

    /** Any earlier moment would do as well, and none makes a difference where nobody looks. */
    private static boolean isAbout(Flight flight, Worker worker) {
        return worker.asks().request() instanceof Request.Storing storing
                && storing.key().equals(flight.write().key());
    }

    private void addOf(List<Move> moves, World world, Worker worker) {
        Next.Asks asks = worker.asks();
        worker.due().forEach((timer, time) -> {
            if (time <= world.now() && asks.allowsTimers()) {
                moves.add(new Move(worker.number(), "renewal", "", () -> world.told(worker, new Reply.Due(timer))));
            }
        });
        boolean ready = !asks.isTimed() || worker.end() <= world.now();
        if (ready) {
            moves.add(new Move(worker.number(), asks.request(), "", () -> effects.answer(world, worker)));
        }
        if (world.tally().troubles() > 0) {
            moves.addAll(troubles.of(world, worker, ready));
        }
    }

    /** Time passes only where everybody lets it: requests are fast but for those in trouble. */
    private static void addTime(List<Move> moves, World world, List<Worker> alive) {
        OptionalLong next = alive.stream()
                .flatMapToLong(worker -> LongStream.concat(
                        LongStream.of(worker.end()),
                        worker.due().values().stream().mapToLong(time -> time)))
                .min();
        if (next.isPresent() && alive.stream().allMatch(worker -> worker.letsTimePass(world.now()))) {
            String what = (next.getAsLong() - world.now()) + " ms pass";
            moves.add(new Move(0, what, "", () -> world.with(world.tally().at(next.getAsLong()))));
        }
    }

    /** Nobody is at work: the event comes again until all is done, and once more. */
    private void addDelivery(List<Move> moves, World world) {
        Optional<Thing> sidecar = Sidecars.standing(world);
        sidecar.ifPresent(found -> sidecars.check(world, found));
        if (sidecar.isPresent()) {
            if (!world.tally().isAfterwards()) {
                moves.add(delivery(world.with(world.tally().afterwards()), next(world.now())));
            }
            return;
        }
        int deliveries = world.tally().deliveries();
        Promises.check(deliveries < MAX_DELIVERIES, "not settled after " + deliveries + " deliveries");
        long now = next(world.now() + (deliveries == 0 ? 0 : BETWEEN_DELIVERIES.toMillis()));
        moves.add(delivery(world.with(world.tally().delivered()), now));
    }

    private Move delivery(World world, long now) {
        return new Move(world.tally().started() + 1, "delivered", "", () -> delivered(world, now));
    }

    private World delivered(World world, long now) {
        World next = world.with(world.tally().starting(now));
        Worker worker = starting(next.tally().started(), now);
        return next.withWorkers(
                Stream.concat(world.workers().stream(), Stream.of(worker)).toList());
    }

    /** At a round time, so that many ways lead to the same. */
    private static long next(long time) {
        long round = ROUND.toMillis();
        return (time + round - 1) / round * round;
    }

    /** Takes a step; whoever has come to an end by it is gone. */
    World after(Move move) {
        World world = move.world().get();
        world.workers().forEach(worker -> Promises.checkEnd(world, worker));
        List<Flight> possible = world.flights().stream()
                .filter(flight -> Effects.isMet(world, flight.write()))
                .toList();
        return new World(world.bucket(), world.alive(), world.calls(), possible, world.tally());
    }
}
