package io.github.s3imageedit.trouble;

import io.github.s3imageedit.kill.Outbox;
import io.github.s3imageedit.testing.Deployment;
import io.github.s3imageedit.testing.Samples;
import io.github.s3imageedit.testing.s3.EmbeddedS3Backend;
import io.github.s3imageedit.trigger.HandedBackException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An edit in trouble, and the same event again with S3 well; each on a function of its own, whose retries are its own. */
final class Trial {
    private static final String KEY = "trouble.png";
    private static final String EDITED = "edited";
    private static final int MAX_DELIVERIES = 5;
    private static final Duration SHORT = Duration.ofSeconds(8);
    private static final Duration LONG = Duration.ofMinutes(2);
    /** Machines are shared; a function that waits for S3 to its own end is late by more. */
    private static final Duration LATENESS = Duration.ofSeconds(4);

    private final EmbeddedS3Backend s3;
    private final Case of;
    private final Deployment deployment;
    private final Outbox outbox;

    private Trial(EmbeddedS3Backend s3, Case of, Deployment deployment) {
        this.s3 = s3;
        this.of = of;
        this.deployment = deployment;
        this.outbox = new Outbox(deployment, KEY);
    }

    static Row run(EmbeddedS3Backend s3, Case of) throws IOException {
        try (Deployment deployment = Deployment.on(s3, Map.of("UNKNOWN_OUTCOME", of.unknownOutcome()))) {
            return new Trial(s3, of, deployment).run();
        }
    }

    private Row run() throws IOException {
        Instant start = Instant.now();
        String event = uploaded();
        String first;
        List<String> problems = new ArrayList<>();
        Instant begun = Instant.now();
        Duration longest = of.kind().isLasting() ? SHORT : LONG;
        try (Trouble trouble = Trouble.plan(s3.s3().faults(), of.target(), of.kind(), deployment)) {
            first = deliver(event, longest);
            if (!of.kind().isLasting() && !(trouble.hasBegun() && first.equals(EDITED))) {
                problems.add("passing trouble " + (trouble.hasBegun() ? "ended as " + first : "was not reached"));
            }
        }
        if (Duration.between(begun, Instant.now()).compareTo(longest.plus(LATENESS)) > 0) {
            problems.add("outlasted the time that it had");
        }
        Left left =
                new Left(outbox.ledgerStage(), pictures(), deployment.endpoint().paidCalls());
        String last = first;
        for (int deliveries = 1; !isDecided(last) && deliveries < MAX_DELIVERIES; deliveries++) {
            last = deliver(event, LONG);
        }
        problems.addAll(left.problems(of, deployment.endpoint().paidCalls()));
        problems.addAll(problemsAtTheEnd(left, last));
        return row(first, left, Duration.between(start, Instant.now()), problems);
    }

    private String uploaded() {
        String form = of.form().name();
        deployment.upload(KEY, Samples.png(40, 30), Map.of("prompt", "add a hat", "n", "2", "response_format", form));
        return deployment.nextEvent();
    }

    private Row row(String first, Left left, Duration time, List<String> problems) {
        return new Row(
                of,
                first,
                left.stage(),
                left.pictures(),
                left.paid(),
                deployment.endpoint().paidCalls(),
                outbox.attempts(),
                time.toSeconds(),
                problems);
    }

    private static boolean isDecided(String end) {
        return end.equals(EDITED) || end.equals("refused") || end.equals("skipped");
    }

    private String deliver(String event, Duration time) throws IOException {
        try {
            return switch (deployment.deliver(event, time)) {
                case "{\"edited\":1,\"refused\":0,\"skipped\":0}" -> EDITED;
                case "{\"edited\":0,\"refused\":1,\"skipped\":0}" -> "refused";
                case "{\"edited\":0,\"refused\":0,\"skipped\":1}" -> "skipped";
                case String other -> other;
            };
        } catch (HandedBackException e) {
            return "handed back";
        }
    }

    private int pictures() {
        return (int) deployment.results(KEY).stream()
                .filter(key -> !key.endsWith(".json"))
                .count();
    }

    private List<String> problemsAtTheEnd(Left left, String last) {
        if (!isDecided(last)) {
            return List.of("still " + last);
        }
        // A put that was under way may stand after all, a moment after we looked: then nothing is unknown.
        if (of.stops() && left.isUnknown() && isGivenUp()) {
            return List.of();
        }
        if (deployment.endpoint().paidCalls() > 1 && !outbox.attempts().equals(List.of("unknown", "answered"))) {
            return List.of("paid twice, and tells only of " + outbox.attempts());
        }
        return outbox.problems(Outbox.PICTURES).stream()
                .filter(problem -> !(left.pictures() == 1 && tellsOfTheOther()))
                .toList();
    }

    private boolean isGivenUp() {
        return deployment.sidecar(KEY).at("/error/code").asString().equals("unknown_outcome");
    }

    /** One came inline and could not be stored: asking again would cost both. */
    private boolean tellsOfTheOther() {
        JsonNode sidecar = deployment.sidecar(KEY);
        String warnings = sidecar.at("/warnings").toString();
        return sidecar.at("/outputs").size() == 1
                && (warnings.contains("could not be taken") || warnings.contains("not received"));
    }
}
