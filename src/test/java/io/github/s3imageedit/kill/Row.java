package io.github.s3imageedit.kill;

import java.util.List;

/**
 * What came of one kill.
 *
 * @param wreck what the killed function left behind
 * @param paid calls that were paid for at the end
 * @param attempts outcomes, as the sidecar tells them
 * @param problems what should be otherwise
 */
record Row(
        Form form, String step, Wreck wreck, int deliveries, int paid, List<String> attempts, List<String> problems) {
    static final String HEAD = line("form", "step", "ledger left", "deliveries", "paid", "attempts", "end");

    Row {
        attempts = List.copyOf(attempts);
        problems = List.copyOf(problems);
    }

    private static String line(String... cells) {
        return "%-8s | %-38s | %-11s | %-10s | %-6s | %-20s | %s".formatted((Object[]) cells);
    }

    @Override
    public String toString() {
        return line(
                form.name(),
                step,
                wreck.stage() + (wreck.pictures() > 0 ? " +" + wreck.pictures() : ""),
                Integer.toString(deliveries),
                wreck.paid() + " > " + paid,
                String.join(" ", attempts),
                problems.isEmpty() ? "whole" : String.join("; ", problems));
    }
}
