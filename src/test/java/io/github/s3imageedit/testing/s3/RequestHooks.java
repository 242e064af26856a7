package io.github.s3imageedit.testing.s3;

import io.github.s3imageedit.testing.s3.RequestHook.Then;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** The hooks that stand at present; all that match are called, in the order of their coming. */
final class RequestHooks {
    private final List<Hooked> hooks = new CopyOnWriteArrayList<>();

    EventSubscription add(Predicate<S3Call> which, Moment moment, RequestHook hook) {
        Hooked added = new Hooked(which, moment, hook);
        hooks.add(added);
        return () -> hooks.remove(added);
    }

    boolean waitFor(S3Call call, Moment moment) {
        return hooks.stream().anyMatch(hook -> hook.matches(call, moment));
    }

    /** One hook that cuts is enough. */
    Then run(S3Call call, Moment moment) {
        Then then = Then.GO_ON;
        for (Hooked hook : hooks) {
            if (hook.matches(call, moment) && hook.hook().on(call) == Then.CUT) {
                then = Then.CUT;
            }
        }
        return then;
    }

    /** What is called, and when. */
    private record Hooked(Predicate<S3Call> which, Moment moment, RequestHook hook) {
        private boolean matches(S3Call call, Moment now) {
            return moment == now && which.test(call);
        }
    }
}
