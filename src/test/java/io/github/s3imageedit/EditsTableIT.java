package io.github.s3imageedit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.testing.Deployment;
import io.github.s3imageedit.testing.Samples;
import io.github.s3imageedit.testing.endpoint.Fault;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which uploads and events are one edit, and which are two: calls counted, and results. */
class EditsTableIT {
    private static final Map<String, String> HAT = Map.of("prompt", "hat");
    private static final Map<String, String> SHOE = Map.of("prompt", "shoe");
    private static final String CAT = "cat.png";
    private static final String ONE_EDITED = "{\"edited\":1,\"refused\":0,\"skipped\":0}";
    private static final String ONE_SKIPPED = "{\"edited\":0,\"refused\":0,\"skipped\":1}";

    private Deployment deployment;

    @BeforeEach
    void deploy() throws IOException {
        deployment = Deployment.versioned();
    }

    @AfterEach
    void close() throws IOException {
        deployment.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "10", "1010", "0011"})
    void editsEachVersionOnceInAnyOrder(String order) throws IOException {
        List<String> events = List.of(uploaded(CAT, 20, HAT), uploaded(CAT, 30, HAT));

        for (int place = 0; place < order.length(); place++) {
            deployment.deliver(events.get(order.charAt(place) - '0'));
        }

        assertCalls(2);
        assertResults(CAT, 2, 2);
    }

    @Test
    void takesVersionsOfEqualBytesAndWishesForOne() throws IOException {
        assertThat(deployment.deliver(uploaded(CAT, 20, HAT))).isEqualTo(ONE_EDITED);
        assertThat(deployment.deliver(uploaded(CAT, 20, HAT))).isEqualTo(ONE_SKIPPED);

        assertCalls(1);
        assertResults(CAT, 1, 1);
    }

    @Test
    void tellsVersionsOfEqualBytesApartByTheirWishes() throws IOException {
        String hat = uploaded(CAT, 20, HAT);
        assertThat(deployment.deliver(uploaded(CAT, 20, SHOE))).isEqualTo(ONE_EDITED);
        assertThat(deployment.deliver(hat)).isEqualTo(ONE_EDITED);

        assertCalls(2);
        assertResults(CAT, 2, 2);
    }

    @Test
    void editsTheSamePictureUnderEachOfItsKeys() throws IOException {
        deployment.deliver(uploaded(CAT, 20, HAT));
        deployment.deliver(uploaded("other.png", 20, HAT));

        assertCalls(2);
        assertResults(CAT, 1, 1);
        assertResults("other.png", 1, 1);
    }

    @Test
    void editsAgainForAnotherPrompt() throws IOException {
        deployment.deliver(uploaded(CAT, 20, HAT));
        deployment.tag(CAT, SHOE);
        assertThat(deployment.deliver()).isEqualTo(ONE_EDITED);

        assertCalls(2);
        assertResults(CAT, 2, 2);
    }

    @Test
    void paysAgainForAVariation() throws IOException {
        deployment.deliver(uploaded(CAT, 20, HAT));
        deployment.tag(CAT, Map.of("prompt", "hat", "variation", "2"));
        assertThat(deployment.deliver()).isEqualTo(ONE_EDITED);

        assertCalls(2);
        assertResults(CAT, 2, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"created first", "tagging first"})
    void takesATaggedPutAndItsTaggingForOne(String order) throws IOException {
        String created = uploaded(CAT, 20, HAT);
        deployment.tag(CAT, HAT);
        String tagging = deployment.nextEvent();
        List<String> events = order.equals("created first") ? List.of(created, tagging) : List.of(tagging, created);

        assertThat(deployment.deliver(events.get(0))).isEqualTo(ONE_EDITED);
        assertThat(deployment.deliver(events.get(1))).isEqualTo(ONE_SKIPPED);

        assertCalls(1);
        assertResults(CAT, 1, 1);
    }

    @Test
    void skipsWhatWasDeletedOrReplacedWhereNoVersionsAreKept() throws IOException {
        withoutVersions();
        String replaced = uploaded(CAT, 20, HAT);
        String deleted = uploaded(CAT, 30, HAT);
        assertThat(deployment.deliver(replaced)).isEqualTo(ONE_SKIPPED);
        deployment.delete(CAT);
        assertThat(deployment.deliver(deleted)).isEqualTo(ONE_SKIPPED);

        assertCalls(0);
        assertResults(CAT, 0, 0);
    }

    @Test
    void takesTheSameUploadedAgainForOne() throws IOException {
        withoutVersions();
        deployment.deliver(uploaded(CAT, 20, HAT));
        deployment.delete(CAT);
        assertThat(deployment.deliver(uploaded(CAT, 20, HAT))).isEqualTo(ONE_SKIPPED);

        assertCalls(1);
        assertResults(CAT, 1, 1);
    }

    @Test
    void beginsAnewWhereAFailedSidecarWasDeleted() throws IOException {
        String event = uploaded(CAT, 20, HAT);
        deployment.endpoint().script(Fault.status(400));
        deployment.deliver(event);
        assertThat(deployment.deliver(event)).isEqualTo(ONE_SKIPPED);
        forget(".json");

        assertThat(deployment.deliver(event)).isEqualTo(ONE_EDITED);

        assertThat(deployment.endpoint().receivedCalls()).isEqualTo(2);
        assertCalls(1);
        assertThat(deployment.sidecar(CAT).at("/attempts"))
                .extracting(attempt -> attempt.at("/outcome").asString())
                .containsExactly("refused", "answered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"url", "b64_json"})
    void writesADeletedSidecarAgainWithoutACall(String form) throws IOException {
        String event = uploaded(CAT, 20, Map.of("prompt", "hat", "n", "2", "response_format", form));
        deployment.deliver(event);
        JsonNode before = deployment.sidecar(CAT);
        forget(".json");

        assertThat(deployment.deliver(event)).isEqualTo(ONE_EDITED);

        assertCalls(1);
        assertThat(deployment.endpoint().fetches()).hasSize(form.equals("url") ? 2 : 0);
        for (String told :
                List.of("edit", "source", "request", "outputs", "reply", "attempts", "warnings", "software")) {
            assertThat(deployment.sidecar(CAT).get(told)).as(told).isEqualTo(before.get(told));
        }
        assertResults(CAT, 1, 2);
    }

    @Test
    void skipsWithoutALedgerObjectWhereTheSidecarStands() throws IOException {
        String event = uploaded(CAT, 20, HAT);
        deployment.deliver(event);
        forget("");

        assertThat(deployment.deliver(event)).isEqualTo(ONE_SKIPPED);
        assertCalls(1);
    }

    /** Nothing is left that says it was paid for; the picture that stands is kept all the same. */
    @Test
    void paysAgainWhereSidecarAndLedgerObjectWereDeleted() throws IOException {
        String event = uploaded(CAT, 20, HAT);
        deployment.deliver(event);
        JsonNode outputs = deployment.sidecar(CAT).get("outputs");
        forget(".json");
        forget("");

        assertThat(deployment.deliver(event)).isEqualTo(ONE_EDITED);

        assertCalls(2);
        assertThat(deployment.sidecar(CAT).get("outputs")).isEqualTo(outputs);
        assertResults(CAT, 1, 1);
    }

    private void withoutVersions() throws IOException {
        deployment.close();
        deployment = Deployment.start(Map.of());
    }

    private String uploaded(String key, int width, Map<String, String> tags) {
        deployment.upload(key, Samples.png(width, 20), new HashMap<>(tags));
        return deployment.nextEvent();
    }

    /** Deletes the sidecar, or the ledger object by its want of an extension. */
    private void forget(String extension) {
        deployment.s3().client().listObjectsV2(request -> request.bucket(deployment.outbox())).contents().stream()
                .map(found -> found.key())
                .filter(key -> extension.isEmpty() ? key.startsWith(".ledger/") : key.endsWith(extension))
                .forEach(key -> deployment
                        .s3()
                        .client()
                        .deleteObject(
                                request -> request.bucket(deployment.outbox()).key(key)));
    }

    private void assertCalls(int paid) {
        assertThat(deployment.endpoint().paidCalls()).isEqualTo(paid);
    }

    private void assertResults(String key, int sidecars, int pictures) {
        List<String> results = deployment.results(key);
        List<JsonNode> told = results.stream()
                .filter(found -> found.endsWith(".json"))
                .map(found -> JsonMapper.shared().readTree(new String(deployment.result(found), UTF_8)))
                .toList();
        assertThat(told)
                .hasSize(sidecars)
                .allSatisfy(
                        sidecar -> assertThat(sidecar.at("/status").asString()).isEqualTo("succeeded"));
        assertThat(told.stream()
                        .flatMap(sidecar -> sidecar.at("/outputs").valueStream())
                        .map(output -> output.at("/key").asString()))
                .hasSize(pictures)
                .isSubsetOf(results);
        assertThat(results).hasSize(sidecars + pictures);
    }
}
