package io.github.s3imageedit.testing.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The stand-in refuses what is not exactly framed: keys, lengths, multipart. */
final class StandInFramingTest extends StandInWithClient {
    private static final String OPENING = "--" + TestForm.BOUNDARY + "\r\n";

    @Test
    void refusesMissingAndMalformedKeys() throws IOException {
        unauthenticated("");
        unauthenticated("Authorization: Bearer wrong\r\n");
        unauthenticated("Authorization: " + StandInSettings.DEFAULT_KEY + "\r\n");
        unauthenticated("Authorization: bearer " + StandInSettings.DEFAULT_KEY + "\r\n");
        unauthenticated("api-key: " + StandInSettings.DEFAULT_KEY + "\r\n");
        unauthenticated("Authorization: Bearer " + StandInSettings.DEFAULT_KEY + "\r\nAuthorization: Bearer "
                + StandInSettings.DEFAULT_KEY + "\r\n");
    }

    @Test
    void refusesBodiesWithoutLength() throws IOException {
        HttpResponse<byte[]> chunked = client.send(
                client.request(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form().closed())))
                        .header("Authorization", "Bearer " + StandInSettings.DEFAULT_KEY)
                        .build());

        assertThat(chunked.statusCode()).isEqualTo(411);
        assertThat(client.converse(TestClient.head(9).replace("Content-Length: 9\r\n", ""), new byte[0]))
                .startsWith("HTTP/1.1 411 ");
    }

    @Test
    void refusesBodiesOfAnotherLength() throws IOException {
        byte[] body = form().closed();

        malformed(client.converse(TestClient.head(body.length + 1), body), "shorter than its Content-Length");
        malformed(client.converse(TestClient.head(body.length), Arrays.copyOf(body, body.length + 1)), "longer than");
        malformed(
                client.converse(TestClient.head(body.length - 3), body), "after the closing|neither CRLF nor|closing");
    }

    @Test
    void refusesOtherMediaTypesAndBoundaries() throws IOException {
        for (String type : new String[] {
            "application/json",
            "multipart/mixed; boundary=stand-in-boundary",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=b{d",
            "multipart/form-data; boundary=\"ends in blank \"",
            "multipart/form-data; boundary=" + "b".repeat(71)
        }) {
            String head = TestClient.head(form().closed().length)
                    .replace("multipart/form-data; boundary=" + TestForm.BOUNDARY, type);
            assertThat(client.converse(head, form().closed())).as(type).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void refusesMalformedMultipart() throws IOException {
        String body = new String(form().closed(), StandardCharsets.ISO_8859_1);

        malformed("preamble\r\n" + body, "does not begin with the boundary");
        malformed("\r\n" + body, "does not begin with the boundary");
        malformed(body + "epilogue", "after the closing boundary");
        malformed(body.replace(TestForm.BOUNDARY + "--", TestForm.BOUNDARY), "header|neither|closing");
        malformed(body.replaceFirst(TestForm.BOUNDARY + "\r\n", TestForm.BOUNDARY + " \r\n"), "neither CRLF nor --");
        malformed(body.replaceFirst("\"model\"\r\n\r\n", "\"model\"\n\n"), "malformed|Content-Disposition");
        malformed(body.replaceFirst("\r\n--" + TestForm.BOUNDARY, "\n--" + TestForm.BOUNDARY), "Duplicate|MODEL|model");
        malformed("", "does not begin with the boundary");
    }

    @Test
    void refusesMalformedPartHeaders() throws IOException {
        String end = "\r\n--" + TestForm.BOUNDARY + "--\r\n";
        for (String head : new String[] {
            "Content-Disposition: form-data; name=\"a\"b\"",
            "Content-Disposition: form-data; name=\"a\rb\"",
            "Content-Disposition: form-data; name=\"a\nb\"",
            "Content-Disposition: form-data; name=\"a\\\"b\"",
            "Content-Disposition: form-data; name=a",
            "Content-Disposition: attachment; name=\"a\"",
            "Content-Disposition: form-data; name=\"a\"; filename*=UTF-8''a.png",
            "Content-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: binary",
            "Content-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"",
            "Content-Type: text/plain",
            "no header"
        }) {
            malformed(OPENING + head + "\r\n\r\nvalue" + end, "Malformed multipart");
        }
        malformed(OPENING + "Content-Disposition: form-data; name=\"prompt\"\r\n\r\n\u00E4" + end, "Malformed UTF-8");
    }

    @Test
    void refusesQueriesAndOtherPathsAndMethods() throws IOException {
        String head = TestClient.head(form().closed().length);

        assertThat(client.converse(head.replace("/edits", "/edits?dryRun=true"), form().closed()))
                .startsWith("HTTP/1.1 400 ");
        assertThat(client.converse(head.replace("/edits", "/generations"), form().closed()))
                .startsWith("HTTP/1.1 404 ");
        assertThat(client.converse(head.replace("POST", "PUT"), form().closed()))
                .startsWith("HTTP/1.1 405 ");
        assertThat(client.converse("nonsense\r\n\r\n", new byte[0])).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void countsRefusedCallsAsReceivedButNotAsPaid() throws IOException {
        malformed("preamble", "does not begin with the boundary");
        malformed(OPENING + "no header\r\n\r\n", "Malformed multipart");
        unauthenticated("");

        assertThat(endpoint.receivedCalls()).isEqualTo(3);
        assertThat(endpoint.paidCalls()).isZero();
        assertThat(endpoint.filesHeld()).isZero();
    }

    private void unauthenticated(String keyHeader) throws IOException {
        String head = TestClient.head(form().closed().length)
                .replace("Authorization: Bearer " + StandInSettings.DEFAULT_KEY + "\r\n", keyHeader);

        assertThat(client.converse(head, form().closed()))
                .startsWith("HTTP/1.1 401 ")
                .contains("\"code\":\"AUTHENTICATION_FAILED\"")
                .doesNotContain("wrong");
    }

    private void malformed(String bodyOrReply, String message) throws IOException {
        String reply = bodyOrReply.startsWith("HTTP/1.1 ")
                ? bodyOrReply
                : TestClient.text(client.editWith(bodyOrReply.getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(reply).contains("{\"error\":{").containsPattern(message);
    }
}
