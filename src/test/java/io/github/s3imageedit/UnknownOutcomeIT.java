package io.github.s3imageedit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.s3imageedit.testing.Deployment;
import io.github.s3imageedit.testing.Samples;
import io.github.s3imageedit.testing.endpoint.EditCall;
import io.github.s3imageedit.testing.endpoint.Fault;
import io.github.s3imageedit.testing.endpoint.LogFault;
import io.github.s3imageedit.testing.endpoint.LoggedAs;
import io.github.s3imageedit.testing.endpoint.RequestStatus;
import io.github.s3imageedit.testing.endpoint.Stage;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls whose answers were lost: which are paid for again, which are not, and what the sidecar says of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnknownOutcomeIT {
    private static final String EDITED = "{\"edited\":1,\"refused\":0,\"skipped\":0}";
    private static final String REFUSED = "{\"edited\":0,\"refused\":1,\"skipped\":0}";
    private static final String SKIPPED = "{\"edited\":0,\"refused\":0,\"skipped\":1}";
    private static final Map<String, String> RETRY = Map.of("UNKNOWN_OUTCOME", "retry-once");
    private static final Map<String, String> STOP = Map.of("UNKNOWN_OUTCOME", "stop");

    private final Map<Map<String, String>, Deployment> deployments = new HashMap<>();

    @AfterAll
    void close() throws IOException {
        for (Deployment deployment : deployments.values()) {
            deployment.close();
        }
    }

    /** One upload to a function with such settings, whose first calls meet these faults. */
    private LostUpload upload(Map<String, String> settings, Fault... faults) throws IOException {
        if (!deployments.containsKey(settings)) {
            deployments.put(settings, Deployment.start(settings));
        }
        Deployment deployment = deployments.get(settings);
        deployment.endpoint().reset();
        deployment.endpoint().script(faults);
        String key = UUID.randomUUID() + ".png";
        deployment.upload(key, Samples.png(20, 20), Map.of("prompt", "add a red hat"));
        return new LostUpload(deployment, key, deployment.nextEvent());
    }

    private static LoggedAs logged(RequestStatus status, String cost) {
        return LoggedAs.status(status, cost);
    }

    static Stream<Fault> faults() {
        return Stream.of(
                Fault.cutAfterBody(),
                Fault.cutInReplyHead(),
                Fault.cutInReply(20),
                Fault.truncated(20),
                Fault.truncatedUndeclared(20),
                Fault.cutInChunks(20),
                Fault.empty(504),
                Fault.html(504),
                Fault.html(408),
                Fault.html(524));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void paysOnceMoreAndTellsWhatTheLostCallCost(Fault fault) throws IOException {
        LostUpload lost = upload(RETRY, fault);

        assertThat(lost.deliver()).isEqualTo(EDITED);
        assertThat(lost.deliver()).isEqualTo(SKIPPED);

        assertThat(lost.outcomes()).containsExactly("unknown", "answered");
        assertThat(lost.text()).contains("\"cost\":0.0400,\"cost_currency\":\"USD\"");
        assertThat(lost.warnings()).contains("was charged 0.0400 USD").contains("its result is lost");
        assertThat(lost.calls()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void stopsAndTellsWhatTheLostCallCost(Fault fault) throws IOException {
        LostUpload lost = upload(STOP, fault);

        assertThat(lost.deliver()).isEqualTo(REFUSED);
        assertThat(lost.deliver()).isEqualTo(SKIPPED);

        assertThat(lost.sidecar().at("/error/code").asString()).isEqualTo("unknown_outcome");
        assertThat(lost.sidecar().at("/reply/cost").asString()).isEqualTo("0.04");
        assertThat(lost.sidecar().at("/attempts/0/cost").asString()).isEqualTo("0.04");
        assertThat(lost.calls()).isEqualTo(1);
    }

    @Test
    void tellsThatACallWithoutARecordMayHaveCostSomething() throws IOException {
        LostUpload again = upload(RETRY, Fault.html(524)).loggedAs(LoggedAs.absent());
        assertThat(again.deliver()).isEqualTo(EDITED);
        assertThat(again.warnings()).contains("may have been charged for");
        assertThat(again.sidecar().at("/attempts/0/status").asInt()).isEqualTo(524);
        assertThat(again.sidecar().at("/attempts/0").has("cost")).isFalse();

        LostUpload stopped = upload(STOP, Fault.html(524)).loggedAs(LoggedAs.absent());
        assertThat(stopped.deliver()).isEqualTo(REFUSED);
        assertThat(stopped.sidecar().at("/error/message").asString()).contains("sent once");
        assertThat(stopped.calls()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"retry-once, PENDING", "stop, PENDING", "retry-once, PROCESSING", "stop, PROCESSING"})
    void handsBackWhatIsStillUnderWay(String policy, RequestStatus status) throws IOException {
        LostUpload lost =
                upload(Map.of("UNKNOWN_OUTCOME", policy), Fault.cutAfterBody()).loggedAs(LoggedAs.status(status));

        lost.isHandedBackAfter(1);
        lost.isHandedBackAfter(1);
        lost.isHandedBackAfter(1);
        assertThat(lost.deployment().results(lost.key())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"retry-once", "stop"})
    void decidesOnceACallThatOutlastedItsTimeIsRecordedAsDone(String policy) throws IOException, InterruptedException {
        Map<String, String> settings = Map.of("UNKNOWN_OUTCOME", policy, "EDIT_TIMEOUT", "2");
        LostUpload lost = upload(settings, Fault.delay(Duration.ofSeconds(6)));
        lost.isHandedBackAfter(1);
        lost.isHandedBackAfter(1);
        Thread.sleep(6000);

        boolean again = policy.equals("retry-once");
        assertThat(lost.deliver()).isEqualTo(again ? EDITED : REFUSED);
        assertThat(lost.outcomes().getFirst()).isEqualTo("unknown");
        assertThat(lost.sidecar().at("/attempts/0/cost").asString()).isEqualTo("0.04");
        assertThat(lost.calls()).isEqualTo(again ? 2 : 1);
    }

    @ParameterizedTest
    @CsvSource({
        "retry-once, REJECTED, 0", "retry-once, UPSTREAM_FAILURE, 0", "retry-once, CANCELLED, 0.000",
        "stop, REJECTED, 0", "stop, UPSTREAM_FAILURE, 0.00", "stop, CANCELLED, 0"
    })
    void callsAgainWhereTheLostCallDidNothing(String policy, RequestStatus status, String cost) throws IOException {
        LostUpload lost = upload(Map.of("UNKNOWN_OUTCOME", policy), Fault.html(504), Fault.html(504))
                .loggedAs(logged(status, cost), logged(status, cost));

        assertThat(lost.deliver()).isEqualTo(EDITED);
        assertThat(lost.outcomes()).containsExactly("refused", "refused", "answered");
        assertThat(lost.warnings()).doesNotContain("lost");
        assertThat(lost.calls()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"REJECTED", "UPSTREAM_FAILURE", "CANCELLED"})
    void countsAFailureThatCostSomethingAsLost(RequestStatus status) throws IOException {
        LostUpload again = upload(RETRY, Fault.html(504)).loggedAs(logged(status, "0.0150"));
        assertThat(again.deliver()).isEqualTo(EDITED);
        assertThat(again.text()).contains("\"cost\":0.0150");
        assertThat(again.warnings()).contains("0.0150 USD");

        LostUpload stopped = upload(STOP, Fault.html(504)).loggedAs(logged(status, "0.0150"));
        assertThat(stopped.deliver()).isEqualTo(REFUSED);
        assertThat(stopped.text()).contains("\"cost\":0.0150");
        assertThat(stopped.calls()).isEqualTo(1);
    }

    @Test
    void handsBackWhatIsLostAgainAndAgainAtNoCost() throws IOException {
        LoggedAs nothing = logged(RequestStatus.CANCELLED, "0");
        LostUpload lost = upload(STOP, Collections.nCopies(4, Fault.html(524)).toArray(Fault[]::new))
                .loggedAs(nothing, nothing, nothing, nothing);

        lost.isHandedBackAfter(3);
        assertThat(lost.deliver()).isEqualTo(EDITED);
        assertThat(lost.calls()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"retry-once", "stop"})
    void handsBackWhileTheRecordsCannotBeRead(String policy) throws IOException {
        LostUpload lost = upload(Map.of("UNKNOWN_OUTCOME", policy), Fault.cutAfterBody());
        lost.deployment().endpoint().scriptLog(8, LogFault.status(503));
        lost.isHandedBackAfter(1);
        lost.isHandedBackAfter(1);

        assertThat(lost.deliver()).isEqualTo(policy.equals("stop") ? REFUSED : EDITED);
        assertThat(lost.outcomes().getFirst()).isEqualTo("unknown");
        assertThat(lost.sidecar().at("/attempts/0/cost").asString()).isEqualTo("0.04");
    }

    @Test
    void failsAfterTwoLostCallsAndRunsAnewOnceTheSidecarIsDeleted() throws IOException {
        LostUpload lost = upload(RETRY, Fault.cutAfterBody(), Fault.html(504)).loggedAs(LoggedAs.absent());

        assertThat(lost.deliver()).isEqualTo(REFUSED);
        assertThat(lost.deliver()).isEqualTo(SKIPPED);
        assertThat(lost.outcomes()).containsExactly("unknown", "unknown");
        assertThat(lost.sidecar().at("/error/message").asString()).contains("2 times");
        assertThat(lost.calls()).isEqualTo(2);

        lost.deleteSidecar();
        assertThat(lost.deliver()).isEqualTo(EDITED);
        assertThat(lost.deliver()).isEqualTo(SKIPPED);
        assertThat(lost.outcomes()).containsExactly("unknown", "unknown", "answered");
        assertThat(lost.calls()).isEqualTo(3);
        assertThat(lost.deployment().endpoint().calls())
                .extracting(EditCall::traceparent)
                .doesNotHaveDuplicates();
    }

    /** The one repetition that is allowed would be cut off as well. */
    @Test
    void doesNotCallAgainWithoutTheTimeForIt() throws IOException {
        LostUpload lost = upload(RETRY, Fault.delay(Duration.ofSeconds(30))).loggedAs(LoggedAs.absent());

        assertThatThrownBy(() -> lost.deployment().deliver(lost.event(), Duration.ofSeconds(10)))
                .hasMessageContaining("too little time is left to begin a paid call again, after one whose result is")
                .hasMessageContaining("had not answered when the time was up");
        assertThat(lost.calls()).isEqualTo(1);

        assertThat(lost.deliver()).isEqualTo(EDITED);
        assertThat(lost.outcomes()).containsExactly("unknown", "answered");
        assertThat(lost.calls()).isEqualTo(2);
    }

    /** No newer event would ever tell of the money. */
    @Test
    void tellsOfALostCallWhosePictureIsGone() throws IOException {
        LostUpload lost = upload(RETRY, Fault.cutAfterBody()).loggedAs(LoggedAs.absent());
        lost.deployment().endpoint().onStage((stage, call) -> {
            if (stage == Stage.BODY_RECEIVED) {
                lost.deployment().delete(lost.key());
            }
        });

        assertThat(lost.deliver()).isEqualTo(REFUSED);
        assertThat(lost.outcomes()).containsExactly("unknown");
        assertThat(lost.sidecar().at("/error/code").asString()).isEqualTo("unknown_outcome");
        assertThat(lost.sidecar().at("/error/message").asString())
                .contains(
                        "It could not be sent again: s3://" + lost.deployment().inbox())
                .contains("was deleted or replaced");
        assertThat(lost.deployment().endpoint().paidCalls()).isEqualTo(1);
    }

    @Test
    void asksNoRecordsOfAnEndpointThatKeepsNone() throws IOException {
        LostUpload lost = upload(Map.of("EDIT_PROFILE", "generic"), Fault.cutAfterBody());

        assertThat(lost.deliver()).isEqualTo(EDITED);
        assertThat(lost.outcomes()).containsExactly("unknown", "answered");
        assertThat(lost.warnings()).contains("may have been charged for");
        assertThat(lost.deployment().endpoint().logReads()).isEmpty();
    }
}
