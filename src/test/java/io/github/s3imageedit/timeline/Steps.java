package io.github.s3imageedit.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Counts what an invocation does, lets time pass over it, and kills the invocation before or after one of its steps. */
final class Steps {
    private final Time time;
    private final List<String> taken = new ArrayList<>();
    private int killAt = Integer.MAX_VALUE;
    private boolean dead;

    Steps(Time time) {
        this.time = time;
    }

    /** Each step has a place before it and one after it, counted from 0. */
    void begin(int killBeforeOrAfter) {
        taken.clear();
        killAt = killBeforeOrAfter;
        dead = false;
    }

    List<String> taken() {
        return List.copyOf(taken);
    }

    void before(String step, Duration lasting) {
        stopIfDead();
        taken.add("before " + step);
        killIfDue();
        time.pause(lasting);
        stopIfDead();
    }

    void after(String step) {
        taken.add("after " + step);
        killIfDue();
    }

    private void killIfDue() {
        if (taken.size() - 1 == killAt) {
            dead = true;
            time.forgetWhatIsDue();
            throw new Killed();
        }
    }

    private void stopIfDead() {
        if (dead) {
            throw new Killed();
        }
    }
}
