package io.github.s3imageedit.model;

import io.github.s3imageedit.testing.SidecarSchema;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares what a sidecar tells with what is there, and with what was paid. */
final class Sidecars {
    private static final Pattern OUTPUT =
            Pattern.compile("\"key\" : \"([^\"]*\\.png)\",[^{}]*\"sha256\" : \"([0-9a-f]*)\"");
    private static final Pattern OUTCOME = Pattern.compile("\"outcome\" : \"(answered|unknown)\"");

    private final Scenario scenario;
    private final Set<String> checked = new HashSet<>();
    private final Set<String> valid = new HashSet<>();

    Sidecars(Scenario scenario) {
        this.scenario = scenario;
    }

    static Optional<Thing> standing(World world) {
        List<String> keys = world.bucket().keySet().stream()
                .filter(key -> key.endsWith(".json"))
                .toList();
        Promises.check(keys.size() <= 1, "more than one sidecar");
        return keys.stream().findFirst().flatMap(world::standing);
    }

    /** Of a world in which nobody is at work any more. */
    void check(World world, Thing sidecar) {
        String words = sidecar.content();
        long paid = Promises.paid(world);
        if (!checked.add(sidecar.etag() + paid + world.bucket().keySet())) {
            return;
        }
        if (valid.add(sidecar.etag())) {
            Promises.check(SidecarSchema.problems(words).isEmpty(), "no sidecar by its schema");
        }
        long told = OUTCOME.matcher(words).results().count();
        Promises.check(told >= paid, "paid " + paid + " calls, and the sidecar tells of " + told);
        checkOutputs(world, words);
    }

    private void checkOutputs(World world, String words) {
        boolean succeeded = words.contains("\"status\" : \"succeeded\"");
        int start = words.indexOf("\"outputs\" : [");
        List<MatchResult> outputs = succeeded
                ? OUTPUT.matcher(words.substring(start, words.indexOf("\"reply\" :", start)))
                        .results()
                        .toList()
                : List.of();
        for (MatchResult output : outputs) {
            Promises.check(
                    world.standing(output.group(1))
                            .filter(found ->
                                    output.group(2).equals(found.metadata().get("sha256")))
                            .isPresent(),
                    "the sidecar tells of a picture that is not there");
        }
        boolean brokeOff = words.contains("The end of the reply was not received");
        Promises.check(!succeeded || outputs.size() == scenario.pictures() || brokeOff, "not all pictures are there");
        checkUntold(world, outputs);
    }

    private static void checkUntold(World world, List<MatchResult> outputs) {
        Set<String> told = outputs.stream().map(output -> output.group(1)).collect(Collectors.toSet());
        Promises.check(
                world.tally().kept() == World.Kept.UNKNOWINGLY
                        || world.bucket().keySet().stream()
                                .filter(key -> key.endsWith(".png"))
                                .allMatch(told::contains),
                "there is a picture of which the sidecar does not tell");
    }
}
