package io.github.s3imageedit.trouble;

import io.github.s3imageedit.testing.Deployment;
import io.github.s3imageedit.testing.s3.FaultPlan;
import io.github.s3imageedit.testing.s3.S3Call;

/** Trouble that begins with one request of one deployment, until it is closed. */
final class Trouble implements AutoCloseable {
    private final Target target;
    private final Kind kind;
    private final Deployment deployment;
    private int passed;
    private boolean begun;
    private boolean over;

    private Trouble(Target target, Kind kind, Deployment deployment) {
        this.target = target;
        this.kind = kind;
        this.deployment = deployment;
    }

    static Trouble plan(FaultPlan faults, Target target, Kind kind, Deployment deployment) {
        Trouble trouble = new Trouble(target, kind, deployment);
        faults.always(trouble::begins, kind.first());
        faults.always(trouble::lasts, kind.following());
        return trouble;
    }

    private synchronized boolean begins(S3Call call) {
        if (over || begun || !isOurs(call) || !target.isOfKind(call, deployment.inbox())) {
            return false;
        }
        passed++;
        begun = passed == target.occurrence();
        return begun;
    }

    private synchronized boolean lasts(S3Call call) {
        if (over || !begun || !isOurs(call)) {
            return false;
        }
        return switch (kind.after()) {
            case NOTHING -> false;
            case KIND_FAILS -> target.isOfKind(call, deployment.inbox());
            case ALL_FAILS -> true;
        };
    }

    private boolean isOurs(S3Call call) {
        return call.bucket().equals(deployment.inbox()) || call.bucket().equals(deployment.outbox());
    }

    synchronized boolean hasBegun() {
        return begun;
    }

    @Override
    public synchronized void close() {
        over = true;
    }
}
