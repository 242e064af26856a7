package io.github.s3imageedit.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.s3imageedit.edit.EditReply.Unknown;
import io.github.s3imageedit.edit.EditReply.Unreachable;
import io.github.s3imageedit.image.ImageType;
import io.github.s3imageedit.testing.Samples;
import io.github.s3imageedit.testing.endpoint.CannedAnswer;
import io.github.s3imageedit.testing.endpoint.Fault;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault of an endpoint and of the way there, as it arrives here. */
final class EndpointFaultsTest extends WithStandIn {
    @ParameterizedTest
    @MethodSource("faults")
    void giveTheRightReplyAfterOneCall(Fault fault, String kind) {
        endpoint.script(fault);

        assertThat(kindOf(call(Requests.edit()))).isEqualTo(kind);
        assertThat(endpoint.receivedCalls()).isEqualTo(1);
        assertThat(received.pictures()).isEmpty();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(Fault.status(400), "Rejected"),
                arguments(Fault.status(400, "CONTENT_POLICY_VIOLATION", "no"), "Rejected"),
                arguments(Fault.status(401), "Denied"),
                arguments(Fault.status(402), "Denied"),
                arguments(Fault.status(404), "Denied"),
                arguments(Fault.retryAfter(429, "7"), "Busy"),
                arguments(Fault.status(502), "Busy"),
                arguments(Fault.status(504), "Busy"),
                arguments(Fault.html(502), "Busy"),
                arguments(Fault.empty(500), "Busy"),
                arguments(Fault.html(408), "Unknown"),
                arguments(Fault.html(504), "Unknown"),
                arguments(Fault.empty(524), "Unknown"),
                arguments(Fault.html(200), "Unknown"),
                arguments(Fault.empty(200), "Unknown"),
                arguments(Fault.errorWithin200(), "Unusable"),
                arguments(Fault.flatErrorWithin200(), "Unusable"),
                arguments(Fault.redirect("https://elsewhere.example/edits"), "Denied"),
                arguments(Fault.cutAfterBody(), "Unknown"),
                arguments(Fault.cutInReplyHead(), "Unknown"),
                arguments(Fault.cutInReply(0), "Unknown"),
                arguments(Fault.cutInReply(50), "Unknown"),
                arguments(Fault.cutInChunks(70), "Unknown"),
                arguments(Fault.truncated(60), "Unknown"),
                arguments(Fault.truncatedUndeclared(60), "Unknown"),
                arguments(Fault.emptyData(), "Unusable"),
                arguments(Fault.missingData(), "Unusable"),
                arguments(Fault.nullData(), "Unusable"),
                arguments(Fault.fewerPictures(), "Unusable"),
                arguments(Fault.morePictures(), "Answered"),
                arguments(Fault.invalidBase64(), "Unknown"),
                arguments(Fault.noPicture(), "Unusable"),
                arguments(Fault.delay(Duration.ofMillis(50)), "Answered"));
    }

    @Test
    void tellWhenToComeAgain() {
        endpoint.script(Fault.retryAfter(429, "7"));

        assertThat(call(Requests.edit()))
                .isInstanceOfSatisfying(
                        EditReply.Busy.class,
                        busy -> assertThat(busy.retryAfter()).contains(Duration.ofSeconds(7)));
    }

    @Test
    void keepWhatCameBeforeACut() {
        call(Requests.inline(1));
        long firstPicture = Reading.base64(received.pictures().getFirst()).length() + 500L;
        endpoint.script(Fault.cutInReply(firstPicture), Fault.truncated(firstPicture));

        for (int call = 0; call < 2; call++) {
            assertThat(call(Requests.inline(3))).isInstanceOfSatisfying(EditReply.Answered.class, reply -> {
                assertThat(reply.complete()).isFalse();
                assertThat(reply.pictures()).hasSize(1);
            });
        }
        assertThat(received.indexes()).containsExactly(0, 0, 0);
    }

    @ParameterizedTest
    @CsvSource({"0", "1000000"})
    void costNothingWhereTheBodyDidNotArriveInFull(long afterBytes) {
        endpoint.script(Fault.cutInBody(afterBytes));

        assertThat(call(Requests.edit(Requests.bigPicture(30)))).isInstanceOf(Unreachable.class);
        assertThat(endpoint.receivedCalls()).isEqualTo(1);
        assertThat(endpoint.paidCalls()).isZero();
    }

    /** It left for the network as a whole: whether it arrived, only the endpoint knows. */
    @Test
    void leaveTheOutcomeUnknownWhereASmallBodyWasCutOff() {
        endpoint.script(Fault.cutBeforeBody());

        assertThat(call(Requests.edit())).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({"413, Rejected", "401, Denied", "429, Busy"})
    void areHeardWhileALargeBodyIsStillBeingSent(int status, String kind) {
        endpoint.script(Fault.early(status));

        assertThat(kindOf(call(Requests.edit(Requests.bigPicture(30))))).isEqualTo(kind);
        assertThat(endpoint.paidCalls()).isZero();
    }

    /** Nobody works on a picture that did not arrive, whatever status says so. */
    @ParameterizedTest
    @CsvSource({"408", "504", "524"})
    void areNoUnknownOutcomeWhileTheBodyIsStillBeingSent(int status) {
        endpoint.script(new Fault.AnsweredEarly(new CannedAnswer(status, "text/html", "<html>Edge.</html>", Map.of())));

        assertThat(call(Requests.edit(Requests.bigPicture(30))))
                .isInstanceOfAny(Unreachable.class, EditReply.Busy.class);
        assertThat(endpoint.paidCalls()).isZero();
    }

    @Test
    void comeAtOnceWhereNobodyListens() throws IOException {
        String free;
        try (ServerSocket server = new ServerSocket(0)) {
            free = "http://127.0.0.1:" + server.getLocalPort();
        }

        assertThat(at(free, EndpointProfile.GENERIC).edit(Requests.edit(), Requests.PERMIT, received, in(AMPLE)))
                .isInstanceOf(Unreachable.class);
    }

    @ParameterizedTest
    @EnumSource(Fault.Filling.class)
    void endAtTheCeilingOfAReplyWithoutEnd(Fault.Filling filling) {
        endpoint.script(Fault.endless(filling));

        assertThat(kindOf(call(Requests.edit()))).isEqualTo("Unusable");
    }

    @Test
    void endAtTheDeadlineOfADrip() {
        endpoint.script(Fault.drip(Duration.ofMillis(20)));

        assertEndsAtTheDeadline(Requests.edit());
    }

    @Test
    void endAtTheDeadlineOfASilence() {
        endpoint.script(Fault.delay(Duration.ofMinutes(10)));

        assertThat(assertEndsAtTheDeadline(Requests.edit()).message())
                .isEqualTo("127.0.0.1 had not answered when the time was up");
    }

    @Test
    void endAtTheDeadlineOfABodyThatNobodyTakes() throws IOException {
        try (ServerSocket deaf = new ServerSocket(0)) {
            HttpEditEndpoint raw = at("http://127.0.0.1:" + deaf.getLocalPort(), EndpointProfile.GENERIC);
            long start = System.nanoTime();

            assertThat(raw.edit(
                            Requests.edit(Requests.bigPicture(30)),
                            Requests.PERMIT,
                            received,
                            in(Duration.ofMillis(500))))
                    .isInstanceOf(Unreachable.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(450), Duration.ofSeconds(5));
        }
    }

    @ParameterizedTest
    @CsvSource({"-1000", "1000"})
    void areOursWhereAPictureHasAnotherLengthThanDeclared(long more) {
        byte[] picture = Samples.png(640, 480);
        CountingContent liar = CountingContent.of(ImageType.PNG, picture).declaring(picture.length + more);

        assertThat(call(Requests.edit(liar))).isInstanceOf(Unreachable.class);
        assertThat(endpoint.paidCalls()).isZero();
    }

    private Unknown assertEndsAtTheDeadline(EditRequest request) {
        long start = System.nanoTime();
        EditReply reply = call(EndpointProfile.LUMENFALL, request, received, Duration.ofMillis(500));

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(450), Duration.ofSeconds(5));
        assertThat(reply).isInstanceOf(Unknown.class);
        return (Unknown) reply;
    }
}
