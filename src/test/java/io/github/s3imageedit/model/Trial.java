package io.github.s3imageedit.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * One scenario, searched to its end or to the first broken promise.
 *
 * @param summary of all paths; empty: one of them breaks a promise
 */
record Trial(
        Scenario scenario,
        int states,
        Optional<Search.Summary> summary,
        Optional<BrokenPromise> broken,
        Duration time) {

    static Trial of(Scenario scenario, Path folder) {
        long start = System.nanoTime();
        Search search = search(scenario, folder);
        Optional<Search.Summary> summary = Optional.empty();
        Optional<BrokenPromise> broken = Optional.empty();
        try {
            summary = Optional.of(search.run());
        } catch (BrokenPromise e) {
            broken = Optional.of(e);
        }
        return new Trial(scenario, search.states(), summary, broken, Duration.ofNanos(System.nanoTime() - start));
    }

    private static Search search(Scenario scenario, Path folder) {
        try {
            return new Search(new Moves(scenario, new Program(scenario, folder)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String heading() {
        return String.format(
                "%-42s %7s %8s %9s %9s %8s %6s %5s  %s",
                "scenario", "workers", "troubles", "states", "paths", "longest", "calls", "s", "end");
    }

    /** A line of the table. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-42s %7d %8d %9d %9.2g %8d %6s %5.1f  %s",
                scenario.name(),
                scenario.extent().workers(),
                scenario.troubles(),
                states,
                summary.map(Search.Summary::paths).orElse(0.0),
                summary.map(Search.Summary::longest).orElse(0),
                summary.map(found -> found.fewestCalls() + "-" + found.mostCalls())
                        .orElse(""),
                time.toMillis() / 1000.0,
                broken.map(found -> String.valueOf(found.getMessage())).orElse("settled on every path"));
    }
}
