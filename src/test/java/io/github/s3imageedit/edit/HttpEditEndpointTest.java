package io.github.s3imageedit.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.s3imageedit.edit.EditReply.Answered;
import io.github.s3imageedit.image.ImageType;
import io.github.s3imageedit.testing.endpoint.Dialect;
import io.github.s3imageedit.testing.endpoint.EditCall;
import io.github.s3imageedit.testing.endpoint.Fault;
import io.github.s3imageedit.testing.endpoint.ReceivedPart;
import io.github.s3imageedit.testing.endpoint.StandInSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire when all is well, and that nothing is left over when it is not. */
final class HttpEditEndpointTest extends WithStandIn {
    @Test
    void sendsExactlyTheseHeaders() {
        call(Requests.edit());

        assertThat(onlyCall().headers().byName().keySet())
                .containsExactlyInAnyOrder(
                        "Accept",
                        "Authorization",
                        "Connection",
                        "Content-Length",
                        "Content-Type",
                        "Host",
                        "User-Agent",
                        "traceparent");
        assertThat(header("traceparent")).isEqualTo(Requests.PERMIT.trace().header());
        assertThat(header("Accept")).isEqualTo("application/json");
        assertThat(header("Authorization")).isEqualTo("Bearer " + StandInSettings.DEFAULT_KEY);
        assertThat(header("Connection")).isEqualTo("keep-alive");
        assertThat(header("Content-Type")).matches("multipart/form-data; boundary=s3-image-edit-[0-9a-f-]{36}");
        assertThat(header("User-Agent")).isEqualTo(USER_AGENT);
    }

    @Test
    void declaresTheLengthThatItSends() {
        EditRequest request =
                Requests.with(Requests.fields("prompt", "Gr\u00fc\u00dfe \ud83c\udfa9"), Requests.picture());
        call(request);

        assertThat(header("Content-Length"))
                .isEqualTo(String.valueOf(
                        EditForm.of(request, "image[]", boundary()).getContentLength()));
        assertThat(onlyCall().field("prompt")).contains("Gr\u00fc\u00dfe \ud83c\udfa9");
    }

    /** As it comes out of a parameter that somebody pasted. */
    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                StandInSettings.DEFAULT_KEY + "\n",
                StandInSettings.DEFAULT_KEY + "\r\nX-Injected: 1",
                " " + StandInSettings.DEFAULT_KEY + " "
            })
    void sendsNoLineOfTheKeysOwn(String pasted) {
        new HttpEditEndpoint(
                        client,
                        EndpointAddress.below(URI.create(endpoint.baseUrl()), EndpointProfile.LUMENFALL),
                        ApiKey.fixed(pasted),
                        new ReplyReader(EndpointProfile.LUMENFALL, new ResultRoom(folder, 1000)),
                        watchdog)
                .edit(Requests.edit(), Requests.PERMIT, received, in(AMPLE));

        assertThat(onlyCall().headers().has("X-Injected")).isFalse();
        assertThat(onlyCall().headers().byName()).hasSize(8);
    }

    @Test
    void drawsANewBoundaryForEveryCall() {
        call(Requests.edit());
        call(Requests.edit());

        assertThat(endpoint.calls())
                .extracting(call -> call.headers().first("Content-Type"))
                .doesNotHaveDuplicates();
    }

    @Test
    void sendsTheKeyAsAzureWantsIt() throws IOException {
        restart(Dialect.AZURE);
        HttpEditEndpoint azure =
                at(endpoint.origin() + "/openai/deployments/d/?api-version=2025-04-01-preview", EndpointProfile.AZURE);

        assertThat(azure.edit(Requests.edit(), Requests.PERMIT, received, in(AMPLE)))
                .isInstanceOf(Answered.class);
        assertThat(header("api-key")).isEqualTo(StandInSettings.DEFAULT_KEY);
        assertThat(onlyCall().headers().has("Authorization")).isFalse();
        assertThat(onlyCall().target()).isEqualTo("/openai/deployments/d/images/edits?api-version=2025-04-01-preview");
        assertThat(received.pictures()).hasSize(1);
    }

    @Test
    void sendsPicturesMaskAndFieldsInTheirOrder() {
        EditRequest request = new EditRequest(
                "s3://inbox/tom.png",
                Requests.fields("prompt", "add a hat", "n", "2", "size", "1024x1024"),
                List.of(Requests.picture(), Requests.picture()),
                Optional.empty(),
                false);

        assertThat(call(request)).isInstanceOf(Answered.class);
        assertThat(onlyCall().names()).containsExactly("model", "image[]", "image[]", "prompt", "n", "size");
        assertThat(onlyCall().files())
                .extracting(ReceivedPart::fileName)
                .containsExactly(Optional.of("image.png"), Optional.of("image-2.png"));
    }

    @Test
    void readsLinksAndTheIdInTheHeader() {
        assertThat(call(Requests.with(Requests.fields("prompt", "add a hat", "n", "3"), Requests.picture())))
                .isInstanceOfSatisfying(Answered.class, reply -> {
                    assertThat(reply.complete()).isTrue();
                    assertThat(reply.pictures())
                            .hasSize(3)
                            .allMatch(picture -> picture.link().isPresent());
                    assertThat(reply.facts().requestId()).isPresent();
                    assertThat(reply.facts().cost()).isPresent();
                });
        assertThat(endpoint.paidCalls()).isEqualTo(1);
    }

    @Test
    void readsInlinePicturesWhateverTheFraming() {
        endpoint.script(Fault.none(), Fault.chunked());
        call(Requests.inline(2));
        call(Requests.inline(2));

        assertThat(received.indexes()).containsExactly(0, 1, 0, 1);
        assertThat(received.pictures())
                .allMatch(picture -> ImageType.recognise(picture).isPresent());
    }

    @Test
    void usesEveryConnectionOnlyOnce() throws IOException {
        try (RawServer server =
                RawServer.answering("HTTP/1.1 200 OK", "{\"data\":[{\"url\":\"https://x.example\"}]}")) {
            HttpEditEndpoint raw = at(server.origin(), EndpointProfile.GENERIC);
            for (int call = 0; call < 5; call++) {
                assertThat(raw.edit(Requests.edit(), Requests.PERMIT, received, in(AMPLE)))
                        .isInstanceOf(Answered.class);
            }
            assertThat(server.requests()).isEqualTo(5);
            assertThat(server.connections()).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"",
                "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"",
                "408 Request Timeout\r\nRetry-After: 0",
                "421 Misdirected Request",
                "429 Too Many Requests\r\nRetry-After: 0",
                "500 Internal Server Error\r\nX-Should-Retry: true",
                "503 Service Unavailable\r\nRetry-After: 0",
                "307 Temporary Redirect\r\nLocation: /elsewhere",
                "303 See Other\r\nLocation: /elsewhere",
                "417 Expectation Failed",
                "426 Upgrade Required\r\nUpgrade: h2c\r\nConnection: Upgrade"
            })
    void sendsOneRequestWhateverTheAnswer(String answer) throws IOException {
        try (RawServer server = RawServer.answering("HTTP/1.1 " + answer, "")) {
            at(server.origin(), EndpointProfile.GENERIC).edit(Requests.edit(), Requests.PERMIT, received, in(AMPLE));

            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void remembersNoCookies() {
        endpoint.script(Fault.answer(503, "application/json", "{}", Map.of("Set-Cookie", "session=1; Path=/")));
        call(Requests.edit());
        call(Requests.edit());

        assertThat(endpoint.calls()).noneMatch(call -> call.headers().has("Cookie"));
    }

    @Test
    void letsFailuresOfContentAndSinkThroughAndLeasesNoConnectionForThem() {
        PictureSink broken = (index, image) -> {
            throw new IllegalStateException("sink");
        };
        for (int call = 0; call < 150; call++) {
            assertThatThrownBy(() -> call(Requests.edit(new BrokenContent())))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("content");
            assertThatThrownBy(() -> call(EndpointProfile.LUMENFALL, Requests.inline(1), broken, AMPLE))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("sink");
        }

        assertThat(call(EndpointProfile.LUMENFALL, Requests.edit(), received, Duration.ofSeconds(5)))
                .isInstanceOf(Answered.class);
    }

    @Test
    void leasesNoConnectionForFaults() {
        for (int call = 0; call < 75; call++) {
            endpoint.script(Fault.cutAfterBody(), Fault.cutInReply(50), Fault.truncated(60), Fault.html(500));
        }
        for (int call = 0; call < 300; call++) {
            assertThat(call(Requests.edit())).isNotInstanceOf(Answered.class);
        }

        assertThat(call(EndpointProfile.LUMENFALL, Requests.edit(), received, Duration.ofSeconds(5)))
                .isInstanceOf(Answered.class);
    }

    private EditCall onlyCall() {
        assertThat(endpoint.calls()).hasSize(1);
        return endpoint.calls().getFirst();
    }

    private String header(String name) {
        return onlyCall().headers().first(name).orElseThrow();
    }

    private String boundary() {
        return header("Content-Type").replaceFirst(".*boundary=", "");
    }
}
