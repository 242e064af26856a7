package io.github.s3imageedit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.s3imageedit.image.Sha256;
import io.github.s3imageedit.testing.Deployment;
import io.github.s3imageedit.testing.Samples;
import io.github.s3imageedit.testing.s3.EmbeddedS3Backend;
import io.github.s3imageedit.testing.s3.Fault;
import io.github.s3imageedit.testing.s3.Operation;
import io.github.s3imageedit.testing.s3.S3Call;
import io.github.s3imageedit.trigger.HandedBackException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** An S3 that fails, on the embedded one, for only that can be told when. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailingS3IT {
    private static final Map<String, String> FOUR_HATS = Map.of("prompt", "four hats", "n", "4");
    private static final Map<String, String> FOUR_HATS_INLINE =
            Map.of("prompt", "four hats", "n", "4", "response_format", "b64_json");
    private static final String ONE_EDITED = "{\"edited\":1,\"refused\":0,\"skipped\":0}";

    private final EmbeddedS3Backend s3 = new EmbeddedS3Backend();
    private Deployment deployment;

    @BeforeAll
    void deploy() throws IOException {
        deployment = Deployment.on(s3);
    }

    @AfterAll
    void close() throws IOException {
        deployment.close();
        s3.close();
    }

    @BeforeEach
    void reset() throws IOException {
        s3.s3().faults().clear();
        deployment.endpoint().reset();
    }

    static Stream<Arguments> passingTrouble() {
        return Stream.of(
                        Operation.GET_OBJECT_TAGGING,
                        Operation.GET_OBJECT,
                        Operation.LIST_OBJECTS_V2,
                        Operation.PUT_OBJECT)
                .flatMap(operation -> Stream.of(
                                Fault.internalError(), Fault.slowDown(), new Fault.Reset(), new Fault.LoseReply())
                        .map(fault -> Arguments.of(operation, fault)));
    }

    @ParameterizedTest
    @MethodSource("passingTrouble")
    void editsAndPaysOnceInSpiteOfPassingTrouble(Operation operation, Fault fault) throws IOException {
        String key = operation + "-" + fault.toString().replaceAll("\\W", "-") + ".png";
        deployment.upload(key, Samples.png(20, 20), Map.of("prompt", "hat"));
        String event = deployment.nextEvent();
        s3.s3().faults().next(operation, fault);

        assertThat(deployment.deliver(event)).isEqualTo(ONE_EDITED);

        assertThat(deployment.endpoint().receivedCalls()).isEqualTo(1);
        assertOutputsStand(deployment.sidecar(key));
    }

    @Test
    void fetchesLaterWhatCouldNotBeStored() throws IOException {
        String event = fourHats("later.png", "url");
        s3.s3().faults().always(call -> isPutOfSecond(call), Fault.accessDenied());

        assertThatThrownBy(() -> deployment.deliver(event))
                .isInstanceOf(HandedBackException.class)
                .hasMessageContaining("paid for")
                .hasMessageContaining("cost 0.0400");
        assertThat(deployment.results("later.png")).hasSize(3).noneMatch(found -> found.endsWith(".json"));

        s3.s3().faults().clear();
        assertThat(deployment.deliver(event)).isEqualTo(ONE_EDITED);
        assertOutputsStand(deployment.sidecar("later.png"));
        assertThat(deployment.sidecar("later.png").at("/outputs")).hasSize(4);
        assertThat(deployment.endpoint().receivedCalls()).isEqualTo(1);
    }

    /** Asking for it again would cost all four. */
    @Test
    void doesWithoutAnInlinePictureThatCouldNotBeStored() throws IOException {
        String event = fourHats("without.png", "b64_json");
        s3.s3().faults().always(call -> isPutOfSecond(call), Fault.accessDenied());

        assertThat(deployment.deliver(event, Duration.ofSeconds(12))).isEqualTo(ONE_EDITED);

        JsonNode sidecar = deployment.sidecar("without.png");
        assertOutputsStand(sidecar);
        assertThat(sidecar.at("/outputs")).hasSize(3);
        assertThat(sidecar.at("/warnings/0").asString()).startsWith("Picture 2 could not be taken.");
        assertThat(deployment.endpoint().receivedCalls()).isEqualTo(1);
    }

    /** What came inline comes once: a permission that is missing for a moment must not cost it. */
    @Test
    void insistsOnStoringWhatCameInline() throws IOException {
        String event = fourHats("insists.png", "b64_json");
        s3.s3().faults().next(FailingS3IT::isPutOfSecond, Fault.accessDenied(), 2);

        assertThat(deployment.deliver(event)).isEqualTo(ONE_EDITED);

        assertThat(deployment.sidecar("insists.png").at("/outputs")).hasSize(4);
        assertThat(deployment.sidecar("insists.png").at("/warnings")).isEmpty();
    }

    /** The endpoint has answered in time; that storing takes longer is not its fault. */
    @Test
    void readsOnWhatCameInTimeThoughStoringTakesLonger() throws IOException {
        try (Deployment hurried = Deployment.on(s3, Map.of("EDIT_TIMEOUT", "3"))) {
            hurried.upload("slow.png", Samples.png(20, 20), FOUR_HATS_INLINE);
            String event = hurried.nextEvent();
            s3.s3().faults().next(FailingS3IT::isPutOfSecond, new Fault.Delay(Duration.ofSeconds(5)), 1);

            assertThat(hurried.deliver(event)).isEqualTo(ONE_EDITED);

            assertThat(hurried.sidecar("slow.png").at("/outputs")).hasSize(4);
            assertThat(hurried.sidecar("slow.png").at("/warnings")).isEmpty();
            assertThat(hurried.sidecar("slow.png").at("/reply/cost").asString()).isEqualTo("0.04");
        }
    }

    @Test
    void paysForNothingThatWouldFindNoRoom() throws IOException {
        String before = System.getProperty("java.io.tmpdir");
        System.setProperty("java.io.tmpdir", "/nowhere");
        try (Deployment full = Deployment.on(s3)) {
            System.setProperty("java.io.tmpdir", before);
            full.upload("full.png", Samples.png(20, 20), Map.of("prompt", "hat"));

            assertThatThrownBy(full::deliver)
                    .isInstanceOf(HandedBackException.class)
                    .hasMessageContaining("a result would find no room: /nowhere has 0 bytes free");
            assertThat(full.endpoint().receivedCalls()).isZero();
        } finally {
            System.setProperty("java.io.tmpdir", before);
        }
    }

    private String fourHats(String key, String form) {
        deployment.upload(key, Samples.png(20, 20), Map.of("prompt", "four hats", "n", "4", "response_format", form));
        return deployment.nextEvent();
    }

    private static boolean isPutOfSecond(S3Call call) {
        return call.operation() == Operation.PUT_OBJECT && call.key().endsWith("-2.png");
    }

    @Test
    void sendsNothingAndBlamesNobodyWhenS3TakesAllTheTime() throws IOException {
        deployment.upload("stalls.png", Samples.png(20, 20), Map.of("prompt", "hat"));
        String event = deployment.nextEvent();
        s3.s3().faults().next(FailingS3IT::isWholePicture, new Fault.Delay(Duration.ofSeconds(5)), 1);

        assertThatThrownBy(() -> deployment.deliver(event, Duration.ofSeconds(4)))
                .isInstanceOf(HandedBackException.class);

        assertThat(deployment.endpoint().paidCalls()).isZero();
        assertThat(deployment.results("stalls.png")).isEmpty();
    }

    /** Lambda's own end would tell nobody why. */
    @ParameterizedTest
    @EnumSource(names = {"GET_OBJECT_TAGGING", "GET_OBJECT", "LIST_OBJECTS_V2", "PUT_OBJECT"})
    void handsBackInTimeWhatS3KeepsSilentTo(Operation operation) throws IOException {
        String key = "silent-" + operation + ".png";
        deployment.upload(key, Samples.png(20, 20), Map.of("prompt", "hat"));
        String event = deployment.nextEvent();
        s3.s3().faults().always(call -> call.operation() == operation, new Fault.Delay(Duration.ofSeconds(60)));
        Instant start = Instant.now();

        assertThatThrownBy(() -> deployment.deliver(event, Duration.ofSeconds(4)))
                .isInstanceOf(HandedBackException.class)
                .hasMessageContaining("S3 gave no answer in the time that was left");

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(deployment.endpoint().paidCalls()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"range", "ledger"})
    void handsBackInTimeWhereS3FallsSilentInTheMiddle(String which) throws IOException {
        String key = "falls-silent-" + which + ".png";
        deployment.upload(key, Samples.png(20, 20), Map.of("prompt", "hat"));
        String event = deployment.nextEvent();
        boolean header = which.equals("range");
        if (!header) {
            assertThat(deployment.deliver(event)).isEqualTo(ONE_EDITED);
            deployment.deleteSidecar(key);
        }
        Fault silence = new Fault.CutBody(10, Duration.ofSeconds(60));
        s3.s3().faults().always(call -> header ? call.header("range").isPresent() : isLedgerRead(call), silence);
        Instant start = Instant.now();

        assertThatThrownBy(() -> deployment.deliver(event, Duration.ofSeconds(4)))
                .isInstanceOf(HandedBackException.class)
                .hasMessageContaining("S3 gave no answer in the time that was left");

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    private static boolean isLedgerRead(S3Call call) {
        return call.operation() == Operation.GET_OBJECT && call.key().startsWith(".ledger/");
    }

    /** What breaks off once is read again: nothing has been paid for yet. */
    @Test
    void readsAHeaderAnewWhereItWasCut() throws IOException {
        deployment.upload("header.png", Samples.png(20, 20), Map.of("prompt", "hat"));
        String event = deployment.nextEvent();
        s3.s3().faults().next(call -> call.header("range").isPresent(), new Fault.CutBody(10), 1);

        assertThat(deployment.deliver(event)).isEqualTo(ONE_EDITED);
    }

    private static boolean isWholePicture(S3Call call) {
        return call.operation() == Operation.GET_OBJECT && call.header("range").isEmpty();
    }

    @Test
    void readsThePictureAnewWhereItWasCut() throws IOException {
        byte[] picture = Samples.harbour();
        deployment.upload("cut.png", picture, Map.of("prompt", "hat"));
        String event = deployment.nextEvent();
        s3.s3().faults().next(FailingS3IT::isWholePicture, new Fault.CutBody(5000), 1);

        assertThat(deployment.deliver(event)).isEqualTo(ONE_EDITED);

        JsonNode sidecar = deployment.sidecar("cut.png");
        assertThat(sidecar.at("/source/sha256").asString()).isEqualTo(sha256(picture));
        assertThat(sidecar.at("/attempts/0/outcome").asString()).isEqualTo("unreachable");
        assertThat(deployment.endpoint().paidCalls()).isEqualTo(1);
    }

    @Test
    void endsTwoDeliveriesAtOnceInOneSidecarThatTellsWhatStands() throws Exception {
        deployment.upload("both.png", Samples.png(20, 20), FOUR_HATS);
        String event = deployment.nextEvent();
        Callable<String> delivery = () -> deployment.deliver(event);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (Future<String> reply : two.invokeAll(List.of(delivery, delivery))) {
                assertThat(reply.get()).isIn(ONE_EDITED, "{\"edited\":0,\"refused\":0,\"skipped\":1}");
            }
        }
        assertOutputsStand(deployment.sidecar("both.png"));
    }

    private void assertOutputsStand(JsonNode sidecar) {
        assertThat(sidecar.at("/outputs"))
                .isNotEmpty()
                .allSatisfy(output -> assertThat(
                                sha256(deployment.result(output.at("/key").asString())))
                        .isEqualTo(output.at("/sha256").asString()));
    }

    private static String sha256(byte[] bytes) {
        return Sha256.hex(Sha256.digest().digest(bytes));
    }
}
