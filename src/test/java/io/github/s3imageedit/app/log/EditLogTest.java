package io.github.s3imageedit.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.edit.Charge;
import io.github.s3imageedit.job.EditId;
import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.SkipReason;
import io.github.s3imageedit.pipeline.Bill;
import io.github.s3imageedit.pipeline.EditReport;
import io.github.s3imageedit.pipeline.Findings;
import io.github.s3imageedit.pipeline.Outcome;
import io.github.s3imageedit.pipeline.Outcome.Cause;
import io.github.s3imageedit.pipeline.Outcome.Unavailable;
import io.github.s3imageedit.result.SidecarDigest;
import io.github.s3imageedit.result.Timings;
import io.github.s3imageedit.testing.EmfSchema;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EditLogTest {
    private static final ObjectRef TOM = ObjectRef.latest("inbox", "cats/tom.png");
    private static final ObjectRef SIDECAR = ObjectRef.latest("outbox", "cats/tom.png/3f9a1c20b7de4410.json");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.250Z");
    private static final Outcome EDITED = new Outcome.Edited(SIDECAR);

    private final List<String> lines = new ArrayList<>();
    private final EditLog log = new EditLog(Optional.of("edit-function"), () -> NOON, lines::add);

    static Findings findings(boolean called, Optional<Integer> refusal, Optional<String> fault, String cost) {
        Timings timings = new Timings(
                Optional.of(Duration.ofMillis(900)),
                Duration.ofMillis(40),
                Duration.ofMillis(8123),
                Duration.ofMillis(95),
                Duration.ofMillis(8258));
        Charge charge = new Charge(Optional.of("req_1"), Optional.of(cost), Optional.of("USD"));
        SidecarDigest digest = new SidecarDigest(charge, Optional.of("gpt-image-1"), Optional.of("vertex"), 2, fault);
        return new Findings(
                Optional.of(new EditId("3f9a1c20b7de4410")),
                Optional.of(timings),
                called,
                refusal,
                Optional.of(digest),
                Optional.of(new Bill(cost, Optional.of("USD"))),
                called ? Optional.of(new Bill(cost, Optional.of("USD"))) : Optional.empty());
    }

    private static Findings turnedAway(int status) {
        return new Findings(
                Optional.of(new EditId("3f9a1c20b7de4410")),
                Optional.empty(),
                false,
                Optional.of(status),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private String line(ObjectRef object, Outcome outcome, Findings findings) {
        lines.clear();
        log.ended(new EditReport(object, "invocation-1", outcome, findings));
        assertThat(lines).hasSize(1);
        return lines.getFirst();
    }

    private JsonNode json(Outcome outcome, Findings findings) {
        String line = line(TOM, outcome, findings);
        if (line.contains("_aws")) {
            assertThat(EmfSchema.problems(line)).isEmpty();
        }
        return JsonMapper.shared().readTree(line);
    }

    private static String metrics(JsonNode line) {
        TreeSet<String> names = new TreeSet<>();
        line.at("/_aws/CloudWatchMetrics/0/Metrics")
                .forEach(metric -> names.add(metric.path("Name").asString()));
        return String.join(" ", names);
    }

    @Test
    void tellsAllOfAnEditInOneLine() {
        assertThat(line(TOM, EDITED, findings(true, Optional.empty(), Optional.empty(), "0.0400")))
                .isEqualTo("{\"timestamp\":\"2026-11-22T12:00:00.250Z\",\"level\":\"INFO\",\"event\":\"edit\","
                        + "\"object\":\"s3://inbox/cats/tom.png\",\"edit\":\"3f9a1c20b7de4410\","
                        + "\"outcome\":\"edited\",\"sidecar\":\"s3://outbox/cats/tom.png/3f9a1c20b7de4410.json\","
                        + "\"request_id\":\"req_1\",\"model\":\"gpt-image-1\",\"provider\":\"vertex\","
                        + "\"cost\":0.0400,\"cost_currency\":\"USD\",\"calls\":2,"
                        + "\"timings_ms\":{\"queued\":900,\"decide\":40,\"edit\":8123,\"store\":95,\"total\":8258},"
                        + "\"invocation\":\"invocation-1\","
                        + "\"_aws\":{\"Timestamp\":1795348800250,\"CloudWatchMetrics\":[{"
                        + "\"Namespace\":\"s3-image-edit\",\"Dimensions\":[[\"FunctionName\"]],\"Metrics\":["
                        + "{\"Name\":\"Edits\",\"Unit\":\"Count\"},{\"Name\":\"Cost\",\"Unit\":\"None\"},"
                        + "{\"Name\":\"UpstreamLatency\",\"Unit\":\"Milliseconds\"},"
                        + "{\"Name\":\"Overhead\",\"Unit\":\"Milliseconds\"}]}]},"
                        + "\"FunctionName\":\"edit-function\",\"Edits\":1,\"Cost\":0.0400,"
                        + "\"UpstreamLatency\":8123,\"Overhead\":135}");
    }

    @ParameterizedTest
    @CsvSource({"upload, UploadFaults", "service, ServiceFaults"})
    void countsRefusalsByWhoseFaultTheyAre(String fault, String metric) {
        JsonNode line = json(
                new Outcome.Refused(SIDECAR, "too_large"),
                findings(false, Optional.empty(), Optional.of(fault), "0.01"));

        assertThat(metrics(line)).isEqualTo(metric);
        assertThat(line.path("outcome").asString()).isEqualTo("refused");
        assertThat(line.path("reason").asString()).isEqualTo("too_large");
        assertThat(line.path("fault").asString()).isEqualTo(fault);
        assertThat(line.path("level").asString()).isEqualTo("WARN");
    }

    @ParameterizedTest
    @EnumSource
    void countsWhatIsHandedBackByCause(Cause cause) {
        JsonNode line = json(new Unavailable(cause, "a red hat"), Findings.NONE);

        boolean ours = cause == Cause.OURS;
        assertThat(metrics(line)).isEqualTo(ours ? "OwnFaults" : "HandedBack");
        assertThat(line.path("level").asString()).isEqualTo(ours ? "ERROR" : "WARN");
        assertThat(line.path("outcome").asString()).isEqualTo("handed_back");
        assertThat(line.path("reason").asString()).isEqualToIgnoringCase(cause.name());
        assertThat(line.has("timings_ms")).isFalse();
        assertThat(line.toString()).doesNotContain("hat");
    }

    @ParameterizedTest
    @CsvSource({"401, true", "402, true", "403, true", "404, false", "429, false", "503, false"})
    void tellsDenialsFromOtherAnswers(int status, boolean denied) {
        JsonNode line = json(new Unavailable(Cause.OURS, "no"), turnedAway(status));

        assertThat(metrics(line)).isEqualTo(denied ? "Denied OwnFaults" : "OwnFaults");
        assertThat(line.path("status").asInt()).isEqualTo(status);
    }

    /** Another delivery's decision is another delivery's cost. */
    @Test
    void countsADuplicateWithoutItsCost() {
        JsonNode line = json(new Outcome.Decided(SIDECAR), findings(false, Optional.empty(), Optional.empty(), "0.04"));

        assertThat(metrics(line)).isEqualTo("DuplicatesPrevented");
        assertThat(line.has("cost")).isFalse();
        assertThat(line.path("sidecar").asString()).isEqualTo("s3://outbox/cats/tom.png/3f9a1c20b7de4410.json");
    }

    @Test
    void whatIsSkippedIsNotCounted() {
        JsonNode line = json(new Outcome.Skipped(SkipReason.ASKS_NOTHING), Findings.NONE);

        assertThat(line.path("reason").asString()).isEqualTo("asks_nothing");
        assertThat(line.has("_aws")).isFalse();
        assertThat(line.has("FunctionName")).isFalse();
    }

    @Test
    void outsideOfLambdaThereAreNoMetrics() {
        new EditLog(Optional.empty(), () -> NOON, lines::add)
                .ended(new EditReport(TOM, "1", EDITED, findings(true, Optional.empty(), Optional.empty(), "1")));

        assertThat(lines.getFirst())
                .contains("\"outcome\":\"edited\"")
                .doesNotContain("_aws", "Edits", "UpstreamLatency", "FunctionName");
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "a\nb",
                "a\r\n{\"_aws\":1}",
                "\u2028",
                "\u2029",
                "\u0085",
                "\u202e",
                "\u0000",
                "\"\\",
                "ü😀",
                "\ud800",
                "\u007f",
                "\u200b"
            })
    void anObjectsNameCannotEndTheLine(String key) {
        String line = line(ObjectRef.latest("inbox", key), EDITED, Findings.NONE);

        assertThat(line).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");
        assertThat(JsonMapper.shared().readTree(line).path("object").asString()).isEqualTo("s3://inbox/" + key);
    }

    @Test
    void aLineThatCannotBeWrittenSpoilsNothing() {
        EditLog broken = new EditLog(Optional.empty(), () -> NOON, line -> {
            throw new IllegalStateException("full");
        });

        broken.ended(new EditReport(TOM, "1", EDITED, Findings.NONE));
    }
}
