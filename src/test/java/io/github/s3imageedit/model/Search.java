package io.github.s3imageedit.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Visits every state that can be reached, each once, depth first. */
final class Search {
    private final Moves moves;
    private final Map<String, Summary> visited = new HashMap<>();
    private final Deque<Move> path = new ArrayDeque<>();

    Search(Moves moves) {
        this.moves = moves;
    }

    /**
     * What follows from a state.
     *
     * @param paths to an end
     * @param longest of them, in steps
     */
    record Summary(double paths, int longest, int fewestCalls, int mostCalls) {
        private static final Summary NONE = new Summary(0, 0, Integer.MAX_VALUE, 0);

        private static Summary end(World world) {
            int calls = (int) Promises.paid(world);
            return new Summary(1, 0, calls, calls);
        }

        private Summary or(Summary other) {
            return new Summary(
                    paths + other.paths,
                    Math.max(longest, other.longest + 1),
                    Math.min(fewestCalls, other.fewestCalls),
                    Math.max(mostCalls, other.mostCalls));
        }
    }

    /**
     * Visits all.
     *
     * @throws BrokenPromise with the way to it
     */
    Summary run() {
        return from(moves.first());
    }

    int states() {
        return visited.size();
    }

    private Summary from(World world) {
        String key = world.key();
        Summary known = visited.get(key);
        if (known != null) {
            return known;
        }
        Summary summary = Summary.NONE;
        List<Move> next = told(() -> moves.from(world));
        for (Move move : next) {
            path.addLast(move);
            World after = told(() -> moves.after(move));
            summary = summary.or(from(after));
            path.removeLast();
        }
        Summary found = next.isEmpty() ? Summary.end(world) : summary;
        visited.put(key, found);
        return found;
    }

    private <T> T told(Supplier<T> step) {
        try {
            return step.get();
        } catch (BrokenPromise e) {
            List<String> steps = new ArrayList<>();
            path.forEach(move -> steps.add((steps.size() + 1) + ". " + move));
            throw new BrokenPromise(e.getMessage() + "\n" + String.join("\n", steps));
        }
    }
}
