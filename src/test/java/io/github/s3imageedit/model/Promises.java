package io.github.s3imageedit.model;

import io.github.s3imageedit.pipeline.Outcome;
import io.github.s3imageedit.pipeline.UnknownOutcome;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must hold at every step. */
final class Promises {
    private static final Pattern HOLDER = Pattern.compile("\"holder\":\"([^\"]*)\"");
    /** So long a holder whose pictures all stand may take for the sidecar, before anybody else writes it. */
    private static final Duration FINISHING = Duration.ofSeconds(5);

    private final Scenario scenario;
    private final Program program;

    Promises(Scenario scenario, Program program) {
        this.scenario = scenario;
        this.program = program;
    }

    /** Of a call whose last bytes leave. */
    void checkCall(World world, Worker worker) {
        check(
                world.tally().keepsNothing() || worker.is(Worker.Mark.BLIND),
                "a call is sent although a receipt or a picture stood");
        check(
                world.calls().stream().noneMatch(call -> call.is(Call.Mark.OPEN) && call.worker() != worker.number()),
                "two calls are under way");
        check(
                Sidecars.standing(world).isEmpty() || worker.is(Worker.Mark.BLIND),
                "a call is sent although a sidecar stood");
        long paid = paid(world);
        check(
                world.calls().stream().allMatch(call -> call.is(Call.Mark.FREE) || call.is(Call.Mark.LOST)),
                "a call is sent although nothing of an earlier one was lost");
        check(paid < (scenario.policy().unknown() == UnknownOutcome.STOP ? 1 : 2), "one call too many");
    }

    static long paid(World world) {
        return world.calls().stream().filter(call -> !call.is(Call.Mark.FREE)).count();
    }

    /** Of a write that takes effect. */
    void checkWrite(World world, int writer, Request.Write write) {
        Optional<Thing> standing = world.standing(write.key());
        if (!write.isOfLedger()) {
            check(standing.isEmpty(), "a result is overwritten");
            return;
        }
        standing.ifPresent(entry -> checkHolder(world, writer, write.key(), entry));
    }

    private void checkHolder(World world, int writer, String key, Thing entry) {
        Matcher holder = HOLDER.matcher(entry.content());
        boolean overtaken = holder.find()
                && !holder.group(1).equals(program.name(writer))
                && world.workers().stream()
                        .filter(worker -> !worker.is(Worker.Mark.CUT_OFF) && !isGivingBack(worker))
                        .anyMatch(worker -> program.name(worker.number()).equals(holder.group(1)));
        check(!overtaken || isFinished(world, key, entry) || isDecided(world, entry), "a living holder is overtaken");
    }

    /** Nothing renews its claim any more, and all that it still does is to take leave of the ledger. */
    private static boolean isGivingBack(Worker worker) {
        return worker.due().isEmpty()
                && !worker.asks().beside()
                && worker.asks().request().isOfLedger();
    }

    private boolean isFinished(World world, String key, Thing entry) {
        long age = world.now() - Objects.requireNonNull(world.bucket().get(key)).written();
        long pictures = world.bucket().keySet().stream()
                .filter(place -> place.endsWith(".png"))
                .count();
        return isReceipt(entry) && age > FINISHING.toMillis() && pictures == scenario.pictures();
    }

    /** A verdict whose sidecar stands guards nothing any more. */
    private static boolean isDecided(World world, Thing entry) {
        return entry.content().contains("\"stage\":\"failed\"")
                && Sidecars.standing(world).isPresent();
    }

    static boolean isReceipt(Thing entry) {
        return entry.content().contains("\"stage\":\"received\"");
    }

    /** Of whoever has come to an end. */
    static void checkEnd(World world, Worker worker) {
        switch (worker.node().next()) {
            case Next.Asks asks -> {}
            case Next.Threw threw -> throw new BrokenPromise("worker " + worker.number() + " threw " + threw.failure());
            case Next.Ended ended -> {
                boolean handedBack = ended.outcome() instanceof Outcome.Unavailable;
                check(
                        handedBack || Sidecars.standing(world).isPresent(),
                        "an end without a sidecar: " + ended.outcome());
            }
        }
    }

    static void check(boolean holds, String fault) {
        if (!holds) {
            throw new BrokenPromise(fault);
        }
    }
}
