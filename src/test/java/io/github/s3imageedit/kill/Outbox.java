package io.github.s3imageedit.kill;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.s3imageedit.image.Sha256;
import io.github.s3imageedit.testing.Deployment;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.s3.model.S3Object;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands in the output bucket of one upload. */
public record Outbox(Deployment deployment, String key) {
    /** So many are asked for: with one alone, nothing could be half stored. */
    public static final int PICTURES = 2;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String NO_LEDGER = "none";

    static void empty(Deployment deployment) {
        for (String found : keys(deployment)) {
            deployment
                    .s3()
                    .client()
                    .deleteObject(request -> request.bucket(deployment.outbox()).key(found));
        }
    }

    private static List<String> keys(Deployment deployment) {
        return deployment
                .s3()
                .client()
                .listObjectsV2Paginator(request -> request.bucket(deployment.outbox()))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    /** How far the ledger says that the only edit has come. */
    public String ledgerStage() {
        return keys(deployment).stream()
                .filter(found -> found.startsWith(Role.LEDGER_FOLDER))
                .findFirst()
                .map(found -> JSON.readTree(new String(deployment.result(found), UTF_8))
                        .at("/stage")
                        .asString())
                .orElse(NO_LEDGER);
    }

    public List<String> attempts() {
        List<String> outcomes = new ArrayList<>();
        if (hasSidecar()) {
            deployment
                    .sidecar(key)
                    .at("/attempts")
                    .forEach(attempt -> outcomes.add(attempt.at("/outcome").asString()));
        }
        return outcomes;
    }

    int pictures() {
        return Math.toIntExact(deployment.results(key).stream()
                .filter(found -> !found.endsWith(".json"))
                .count());
    }

    private boolean hasSidecar() {
        return deployment.results(key).stream()
                        .filter(found -> found.endsWith(".json"))
                        .count()
                == 1;
    }

    /**
     * What is missing, or too much, or untrue; empty where one success stands, and all that it tells of.
     *
     * @param pictures fewer than were asked for call for a warning
     */
    public List<String> problems(int pictures) {
        List<String> results = deployment.results(key);
        if (!hasSidecar()) {
            return List.of("not one sidecar but " + results);
        }
        JsonNode sidecar;
        try {
            sidecar = deployment.sidecar(key);
        } catch (AssertionError invalid) {
            return List.of(String.valueOf(invalid.getMessage()));
        }
        List<String> problems = new ArrayList<>();
        if (!sidecar.at("/status").asString().equals("succeeded")) {
            problems.add(sidecar.at("/status") + " " + sidecar.at("/error"));
        }
        JsonNode outputs = sidecar.at("/outputs");
        if (outputs.size() != pictures || results.size() != pictures + 1) {
            problems.add(outputs.size() + " outputs told, " + results + " found");
        }
        if (pictures < PICTURES && sidecar.at("/warnings").isEmpty()) {
            problems.add("pictures are missing, and no warning says so");
        }
        outputs.forEach(output -> problems.addAll(problemsOf(output, results)));
        return problems;
    }

    private List<String> problemsOf(JsonNode output, List<String> results) {
        String place = output.at("/key").asString();
        if (!results.contains(place)) {
            return List.of(place + " is missing");
        }
        byte[] bytes = deployment.result(place);
        boolean told = output.at("/bytes").asLong() == bytes.length
                && output.at("/sha256")
                        .asString()
                        .equals(Sha256.hex(Sha256.digest().digest(bytes)));
        return told ? List.of() : List.of(place + " has other bytes than told");
    }
}
