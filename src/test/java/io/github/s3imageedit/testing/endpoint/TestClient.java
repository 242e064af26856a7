package io.github.s3imageedit.testing.endpoint;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Talks to a stand-in with the JDK's client, or byte by byte over a socket of its own. */
final class TestClient implements AutoCloseable {
    private final StandInEndpoint endpoint;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    TestClient(StandInEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    HttpResponse<byte[]> edit(TestForm form) throws IOException {
        return send(request(form.closed()).build());
    }

    HttpResponse<byte[]> editWith(byte[] body) throws IOException {
        return send(request(body).build());
    }

    HttpRequest.Builder request(byte[] body) {
        return request(BodyPublishers.ofByteArray(body))
                .header("Authorization", "Bearer " + StandInSettings.DEFAULT_KEY);
    }

    HttpRequest.Builder request(BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create(endpoint.baseUrl() + "/images/edits"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "multipart/form-data; boundary=" + TestForm.BOUNDARY)
                .POST(body);
    }

    HttpResponse<byte[]> fetch(String url) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(20))
                .build());
    }

    /** Reads the request log, with the key. */
    HttpResponse<byte[]> log(String query) throws IOException {
        return log(query, Duration.ofSeconds(20));
    }

    HttpResponse<byte[]> log(String query, Duration patience) throws IOException {
        return send(HttpRequest.newBuilder(
                        URI.create(endpoint.origin() + "/v1/requests" + (query.isEmpty() ? "" : "?" + query)))
                .timeout(patience)
                .header("Authorization", "Bearer " + StandInSettings.DEFAULT_KEY)
                .build());
    }

    HttpResponse<byte[]> post(String path, String body) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(endpoint.origin() + path))
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    /** Sends these bytes and nothing else; all that comes back until the other side closes. */
    String converse(String head, byte[] body) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            new ByteArrayInputStream(body).transferTo(socket.getOutputStream());
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), endpoint.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    /** A right head for a body of so many bytes. */
    static String head(int length) {
        return "POST /openai/v1/images/edits HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                + StandInSettings.DEFAULT_KEY + "\r\n"
                + "Content-Type: multipart/form-data; boundary=" + TestForm.BOUNDARY + "\r\nContent-Length: " + length
                + "\r\n\r\n";
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
