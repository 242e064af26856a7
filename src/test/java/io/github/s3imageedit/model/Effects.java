package io.github.s3imageedit.model;

import io.github.s3imageedit.edit.CallRecord;
import io.github.s3imageedit.edit.Charge;
import io.github.s3imageedit.model.World.Flight;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** What requests do to the world where nothing goes wrong. */
final class Effects {
    private final Scenario scenario;
    private final Promises promises;

    Effects(Scenario scenario, Promises promises) {
        this.scenario = scenario;
        this.promises = promises;
    }

    /** The world after a worker's request, the worker having its answer. */
    World answer(World world, Worker worker) {
        Request request = worker.asks().request();
        if (request instanceof Request.Storing && worker.is(Worker.Mark.CUT_OFF)) {
            return lost(world, worker, request).told(worker, new Reply.Failed());
        }
        return switch (request) {
            case Request.Read read -> reading(world, worker, read);
            case Request.Write write -> write(world, worker, write);
            case Request.Send send -> sent(world, worker, send).told(worker, new Reply.Sent(true));
            case Request.Await await ->
                answered(world, worker, scenario.policy().usual(), true);
            case Request.Rest rest -> world.told(worker, new Reply.More(true));
            case Request.Fetch fetch -> fetching(world, worker).told(worker, new Reply.Fetched(true));
            case Request.LookUp lookUp -> world.told(worker, new Reply.Recorded(entry(world, lookUp.trace())));
            case Request.Pause pause -> world.told(worker, new Reply.Passed());
        };
    }

    private static World lost(World world, Worker worker, Request request) {
        boolean excuses = request instanceof Request.Write && world.tally().keepsNothing();
        return excuses ? world.withCallsOf(worker, call -> call.with(Call.Mark.LOST)) : world;
    }

    /** Whoever sees a result that stands knows of it from then on. */
    private static World reading(World world, Worker worker, Request.Read read) {
        boolean sees =
                !read.key().startsWith(".ledger/") && world.standing(read.key()).isPresent();
        return world.told(sees ? worker.without(Worker.Mark.BLIND) : worker, read(world, read));
    }

    private static Reply read(World world, Request.Read read) {
        Optional<World.Standing> found = Optional.ofNullable(world.bucket().get(read.key()));
        Duration age = found.filter(standing -> read.aged())
                .map(standing -> Duration.ofMillis(world.now() - standing.written()))
                .orElse(Duration.ZERO);
        return new Reply.Found(found.map(World.Standing::thing), age);
    }

    private World write(World world, Worker worker, Request.Write write) {
        Optional<String> etag = write.thing().map(Thing::etag).or(() -> Optional.of("deleted"));
        return isMet(world, write)
                ? written(world, worker, write).told(worker, new Reply.Written(etag))
                : world.told(worker, new Reply.Written(Optional.empty()));
    }

    static boolean isMet(World world, Request.Write write) {
        return write.expected().isMetBy(world.standing(write.key()));
    }

    /** The write takes effect, and the worker has not heard of it yet. */
    World written(World world, Worker worker, Request.Write write) {
        World next = carriedOut(world, worker.number(), write);
        return keeps(write) ? next.with(next.tally().keeping(World.Kept.SOMETHING)) : next;
    }

    private World carriedOut(World world, int writer, Request.Write write) {
        promises.checkWrite(world, writer, write);
        return world.with(write.key(), write.thing());
    }

    private static boolean keeps(Request.Write write) {
        return isPicture(write) || write.thing().filter(Promises::isReceipt).isPresent();
    }

    private static boolean isPicture(Request.Write write) {
        return write.key().endsWith(".png");
    }

    /** Whoever looked for a result before it landed could not see it. */
    World landed(World world, Flight flight) {
        World rest = world.without(flight);
        if (!isMet(world, flight.write())) {
            return rest;
        }
        World next = carriedOut(rest, flight.worker(), flight.write());
        if (!flight.write().isOfLedger()) {
            World.Kept kept = isPicture(flight.write())
                    ? World.Kept.UNKNOWINGLY
                    : next.tally().kept();
            List<Worker> blind = next.workers().stream()
                    .map(worker -> worker.with(Worker.Mark.BLIND))
                    .toList();
            return next.withWorkers(blind).with(next.tally().keeping(kept));
        }
        return keeps(flight.write()) ? next.with(next.tally().keeping(World.Kept.SOMETHING)) : next;
    }

    private World sent(World world, Worker worker, Request.Send send) {
        promises.checkCall(world, worker);
        return world.with(new Call(worker.number(), send.trace(), world.now(), EnumSet.of(Call.Mark.OPEN)));
    }

    /** The endpoint's answer reaches the worker, or is lost on its way. */
    World answered(World world, Worker worker, Reply.Answer answer, boolean paid) {
        Call last = world.calls().getLast();
        Call closed = paid && (answer == Reply.Answer.PICTURES || answer == Reply.Answer.LOST)
                ? last.closed()
                : last.closed().with(Call.Mark.FREE);
        Call judged = answer == Reply.Answer.LOST ? closed.with(Call.Mark.LOST) : closed;
        return world.withCallsOf(worker, call -> call.equals(last) ? judged : call)
                .told(worker, new Reply.Answered(answer, world.calls().size()));
    }

    private static World fetching(World world, Worker worker) {
        return world.withCallsOf(worker, call -> call.with(Call.Mark.FETCHING));
    }

    private static CallRecord entry(World world, String trace) {
        return world.calls().stream()
                .filter(call -> call.trace().equals(trace))
                .findFirst()
                .<CallRecord>map(call -> {
                    if (world.now()
                            < call.sent() + new Request.Await().lasting().toMillis()) {
                        return new CallRecord.Pending();
                    }
                    return call.is(Call.Mark.FREE)
                            ? new CallRecord.Failed(charge("0"))
                            : new CallRecord.Completed(charge("0.04"));
                })
                .orElseGet(() -> new CallRecord.Absent(false));
    }

    private static Charge charge(String cost) {
        return new Charge(Optional.of("request"), Optional.of(cost), Optional.of("USD"));
    }
}
