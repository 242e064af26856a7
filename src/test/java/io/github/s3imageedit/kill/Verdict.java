package io.github.s3imageedit.kill;

import java.util.ArrayList;
import java.util.List;

/** Holds what a kill and the deliveries after it came to against what was promised. */
final class Verdict {
    private final List<String> problems;

    Verdict(Wreck wreck, int paid, Outbox outbox) {
        this.problems = new ArrayList<>(outbox.problems(wreck.picturesToCome()));
        List<String> attempts = outbox.attempts();
        if (paid == 2 && wreck.isLost()) {
            if (!attempts.contains("unknown") || !attempts.contains("answered")) {
                complain("paid twice, and tells only of " + attempts);
            }
        } else if (paid != 1) {
            complain("paid " + paid + " times");
        }
        if (attempts.stream().filter("answered"::equals).count() != 1) {
            complain("not one answered attempt: " + attempts);
        }
    }

    void complain(String problem) {
        if (!problem.isEmpty()) {
            problems.add(problem);
        }
    }

    List<String> problems() {
        return List.copyOf(problems);
    }
}
