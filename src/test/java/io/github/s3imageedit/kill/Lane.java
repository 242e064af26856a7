package io.github.s3imageedit.kill;

import io.github.s3imageedit.testing.BigPicture;
import io.github.s3imageedit.testing.Deployment;
import io.github.s3imageedit.testing.Samples;
import io.github.s3imageedit.testing.endpoint.Stage;
import io.github.s3imageedit.testing.lambda.Invocation;
import io.github.s3imageedit.testing.s3.EmbeddedS3Backend;
import io.github.s3imageedit.testing.s3.S3Call;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Where kills happen one after another: its own buckets and endpoint, a function that survives, and the next victim. */
final class Lane implements AutoCloseable {
    private static final Duration LEASE = Duration.ofSeconds(2);
    private static final int MAX_DELIVERIES = 5;
    /** What the killed one had sent is still read by the endpoint and by S3. */
    private static final Duration SETTLING = Duration.ofMillis(200);

    /** More than sockets hold, so that half of it read means that the rest has not been sent. */
    private static final int BIG_MEGABYTES = 24;

    private final String name;
    private final EmbeddedS3Backend s3;
    private final Deployment deployment;
    private final RunningFunction survivor;
    private int victims;
    private RunningFunction next;

    Lane(String name, EmbeddedS3Backend s3) throws IOException {
        this.name = name;
        this.s3 = s3;
        this.deployment = Deployment.on(s3);
        this.survivor = start("survivor");
        this.next = victim();
    }

    private RunningFunction start(String role) {
        return RunningFunction.start(name + "-" + role, deployment.environment(Map.of()), LEASE);
    }

    private RunningFunction victim() {
        victims++;
        return start("victim-" + victims);
    }

    /** Delivers an event to a function that lives on; the result are its requests to S3. */
    List<S3Call> deliverCleanly(Form form) throws IOException {
        Delivery delivery = upload(form, Samples.png(40, 30));
        RunningFunction function = next;
        Invocation end = function.deliver(delivery.event());
        Outbox outbox = new Outbox(deployment, delivery.key());
        List<String> problems = outbox.problems(Outbox.PICTURES);
        if (!(end instanceof Invocation.Returned) || !problems.isEmpty()) {
            throw new AssertionError("without a kill: " + end + " " + problems + "\n" + function.output());
        }
        next = victim();
        function.close();
        return s3.s3().requests().stream()
                .filter(call -> call.client().equals(function.client()))
                .toList();
    }

    /** Kills a function at the step, and delivers the same event to the survivor until it is not handed back. */
    Row kill(Form form, Step step) throws IOException {
        Delivery delivery = upload(form, picture(step));
        RunningFunction victim = next;
        boolean killed;
        try (Armed armed = Armed.with(step, victim, s3.s3(), deployment)) {
            victim.deliver(delivery.event());
            killed = armed.hasSprung();
        }
        victim.close();
        next = victim();
        return afterwards(form, step, delivery, killed);
    }

    private Row afterwards(Form form, Step step, Delivery delivery, boolean killed) {
        pause(SETTLING);
        Outbox outbox = new Outbox(deployment, delivery.key());
        Wreck wreck = Wreck.of(outbox);
        int deliveries = 1;
        Invocation end;
        do {
            pause(deliveries == 1 ? Duration.ZERO : LEASE);
            deliveries++;
            end = survivor.deliver(delivery.event());
        } while (!(end instanceof Invocation.Returned) && deliveries < MAX_DELIVERIES);

        int paid = deployment.endpoint().paidCalls();
        Verdict verdict = new Verdict(wreck, paid, outbox);
        if (!killed) {
            verdict.complain(step.isCertain() ? "not reached" : "");
        }
        if (!(end instanceof Invocation.Returned)) {
            verdict.complain("still handed back: " + end);
        }
        return new Row(
                form,
                killed ? step.toString() : step + " (not reached)",
                wreck,
                deliveries,
                paid,
                outbox.attempts(),
                verdict.problems());
    }

    private Delivery upload(Form form, byte[] picture) throws IOException {
        deployment.endpoint().reset();
        Outbox.empty(deployment);
        String key = "kill-" + victims + ".png";
        deployment.upload(
                key,
                picture,
                Map.of("prompt", "add a hat", "n", Integer.toString(Outbox.PICTURES), "response_format", form.name()));
        return new Delivery(key, deployment.nextEvent());
    }

    private static byte[] picture(Step step) throws IOException {
        if (!step.equals(new Step.AtEndpoint(Stage.MID_BODY))) {
            return Samples.png(40, 30);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BigPicture.ofMegabytes(BIG_MEGABYTES).writeTo(bytes);
        return bytes.toByteArray();
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        next.close();
        survivor.close();
        deployment.close();
    }

    /** An upload with its event. */
    private record Delivery(String key, String event) {}
}
