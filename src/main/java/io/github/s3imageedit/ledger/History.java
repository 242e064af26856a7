package io.github.s3imageedit.ledger;

import io.github.s3imageedit.edit.Attempt;
import java.util.ArrayList;
import java.util.List;

/**
 * The calls of an edit over all its deliveries.
 *
 * @param calls how many have begun
 * @param lost how many came to an end that nobody knows, since the edit last began anew
 * @param attempts those that are known to have ended, oldest first
 */
public record History(int calls, int lost, List<Attempt> attempts) {
    /** An endpoint that is busy for days shall not make the sidecar endless. */
    private static final int MAX_ATTEMPTS = 100;

    static final History EMPTY = new History(0, 0, List.of());

    public History {
        attempts = List.copyOf(attempts);
    }

    History withCall() {
        return new History(calls + 1, lost, attempts);
    }

    /** What may have cost something is never forgotten. */
    History with(Attempt attempt) {
        List<Attempt> all = new ArrayList<>(attempts);
        all.add(attempt);
        if (all.size() > MAX_ATTEMPTS) {
            all.stream().filter(History::isFree).findFirst().ifPresent(all::remove);
        }
        return new History(calls, lost, all);
    }

    private static boolean isFree(Attempt attempt) {
        return switch (attempt.outcome()) {
            case REFUSED, UNREACHABLE -> attempt.charge().isEmpty();
            case ANSWERED, UNKNOWN -> false;
        };
    }

    History withLost(Attempt attempt) {
        return new History(calls, lost + 1, with(attempt).attempts());
    }

    /** The calls that were given up since the edit last began anew, oldest first. */
    public List<Attempt> lostAttempts() {
        List<Attempt> all = attempts.stream()
                .filter(attempt -> attempt.outcome() == Attempt.Result.UNKNOWN)
                .toList();
        return all.subList(Math.max(0, all.size() - lost), all.size());
    }

    History withoutLost(Attempt attempt) {
        List<Attempt> others = new ArrayList<>(attempts);
        others.remove(attempt);
        return new History(calls, lost - 1, others);
    }

    /** The same, with nothing held against another call. */
    History anew() {
        return new History(calls, 0, attempts);
    }
}
