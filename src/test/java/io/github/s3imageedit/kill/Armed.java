package io.github.s3imageedit.kill;

import io.github.s3imageedit.testing.Deployment;
import io.github.s3imageedit.testing.s3.EmbeddedS3;
import io.github.s3imageedit.testing.s3.EventSubscription;
import io.github.s3imageedit.testing.s3.RequestHook.Then;
import io.github.s3imageedit.testing.s3.S3Call;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A step with its victim; once it was reached, the victim is gone, and the request or call it waited for is cut. */
final class Armed implements AutoCloseable {
    private final RunningFunction victim;
    private final AtomicBoolean sprung = new AtomicBoolean();
    private final EventSubscription end;

    private Armed(Step step, RunningFunction victim, EmbeddedS3 s3, Deployment deployment) {
        this.victim = victim;
        this.end = switch (step) {
            case Step.AtS3 request -> around(request, s3, deployment.inbox());
            case Step.AtEndpoint call -> within(call, deployment);
        };
    }

    static Armed with(Step step, RunningFunction victim, EmbeddedS3 s3, Deployment deployment) {
        return new Armed(step, victim, s3, deployment);
    }

    private EventSubscription around(Step.AtS3 step, EmbeddedS3 s3, String inbox) {
        AtomicInteger passed = new AtomicInteger();
        return s3.onRequest(
                call -> isOfKind(call, step, inbox),
                step.moment(),
                call -> passed.incrementAndGet() == step.occurrence() ? spring() : Then.GO_ON);
    }

    private boolean isOfKind(S3Call call, Step.AtS3 step, String inbox) {
        return call.client().equals(victim.client())
                && call.operation() == step.operation()
                && Role.of(call, inbox) == step.role();
    }

    private EventSubscription within(Step.AtEndpoint step, Deployment deployment) {
        deployment.endpoint().onStage((stage, call) -> {
            if (stage == step.stage() && victim.isAlive()) {
                spring();
            }
        });
        return () -> deployment.endpoint().onStage((stage, call) -> {});
    }

    private Then spring() {
        sprung.set(true);
        victim.kill();
        return Then.CUT;
    }

    boolean hasSprung() {
        return sprung.get();
    }

    @Override
    public void close() {
        end.close();
    }
}
