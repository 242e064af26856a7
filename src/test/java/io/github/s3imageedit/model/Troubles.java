package io.github.s3imageedit.model;

import io.github.s3imageedit.edit.CallRecord;
import io.github.s3imageedit.model.World.Flight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** All that can go wrong with the request that a worker waits for. */
final class Troubles {
    /** Longer than a lease of which nobody is heard any more. */
    private static final Duration STALL = Program.LEASE.length().plusSeconds(4);

    private final Effects effects;

    Troubles(Effects effects) {
        this.effects = effects;
    }

    /**
     * Each trouble that one worker can have now.
     *
     * @param ready whether its request can be answered now
     */
    List<Move> of(World world, Worker worker, boolean ready) {
        World next = world.with(world.tally().troubled());
        Request request = worker.asks().request();
        List<Move> moves = new ArrayList<>();
        if (!worker.node().isFirst()) {
            moves.add(new Move(worker.number(), request, "killed before", () -> killed(next, worker)));
        }
        if (!ready || worker.is(Worker.Mark.CUT_OFF)) {
            return moves;
        }
        switch (request) {
            case Request.Read read -> moves.add(failing(next, worker, new Reply.Failed()));
            case Request.Write write -> addWriting(moves, next, worker, write);
            case Request.Send send -> moves.add(failing(next, worker, new Reply.Sent(false)));
            case Request.Await await -> addAnswers(moves, next, worker);
            case Request.Rest rest -> moves.add(failing(next, worker, new Reply.More(false)));
            case Request.Fetch fetch -> moves.add(failing(next, worker, new Reply.Fetched(false)));
            case Request.LookUp lookUp -> {
                moves.add(failing(next, worker, new Reply.Recorded(new CallRecord.Absent(false))));
                moves.add(failing(next, worker, new Reply.Recorded(new CallRecord.Unavailable("busy"))));
            }
            case Request.Pause pause -> {}
        }
        if (request instanceof Request.Storing) {
            addLasting(moves, next, worker);
        }
        return moves;
    }

    private static Move failing(World next, Worker worker, Reply reply) {
        return new Move(worker.number(), worker.asks().request(), "fails: " + reply, () -> next.told(worker, reply));
    }

    private static World killed(World world, Worker worker) {
        return world.withCallsOf(worker, call -> afterKill(world, call)).without(worker);
    }

    private static Call afterKill(World world, Call call) {
        boolean excused = world.tally().keepsNothing() && (!call.is(Call.Mark.FETCHING) || call.is(Call.Mark.TROUBLED));
        return excused ? call.closed().with(Call.Mark.LOST) : call.closed();
    }

    private static World troubled(World world, Worker worker) {
        return world.tally().keepsNothing() ? world.withCallsOf(worker, call -> call.with(Call.Mark.TROUBLED)) : world;
    }

    private void addWriting(List<Move> moves, World world, Worker worker, Request.Write write) {
        World next = troubled(world, worker);
        int number = worker.number();
        moves.add(failing(next, worker, new Reply.Failed()));
        if (!Effects.isMet(world, write)) {
            return;
        }
        Supplier<World> written = () -> effects.written(world, worker, write);
        Reply lost = new Reply.Failed();
        Reply unmet = new Reply.Written(Optional.empty());
        World flying = next.with(new Flight(number, write));
        moves.add(new Move(
                number,
                write,
                "written, and the reply is lost",
                () -> written.get().told(worker, lost)));
        moves.add(new Move(
                number,
                write,
                "written, and repeated by the SDK",
                () -> written.get().told(worker, unmet)));
        moves.add(new Move(number, write, "perhaps written later", () -> flying.told(worker, lost)));
        moves.add(new Move(number, write, "killed, and perhaps written later", () -> killed(flying, worker)));
    }

    private void addAnswers(List<Move> moves, World world, Worker worker) {
        Request request = worker.asks().request();
        for (Reply.Answer answer : Reply.Answer.values()) {
            moves.add(new Move(
                    worker.number(), request, "" + answer, () -> effects.answered(world, worker, answer, true)));
        }
        moves.add(new Move(
                worker.number(),
                request,
                "LOST, and nothing was done",
                () -> effects.answered(world, worker, Reply.Answer.LOST, false)));
    }

    /** Troubles that are not over with this request. */
    private static void addLasting(List<Move> moves, World world, Worker worker) {
        Request request = worker.asks().request();
        moves.add(new Move(
                worker.number(),
                request,
                "S3 fails from here on",
                () -> troubled(world, worker).with(worker.with(Worker.Mark.CUT_OFF))));
        boolean alone = world.workers().size() == 1;
        if (!alone && !worker.is(Worker.Mark.STALLED) && !worker.asks().beside()) {
            moves.add(new Move(
                    worker.number(), request, "takes long", () -> world.with(worker.stalled(STALL, world.now()))));
        }
    }
}
