package io.github.s3imageedit.testing.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.testing.BigPicture;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures may be larger than the memory that they are handled in. */
final class StandInSizeTest extends StandInWithClient {
    @TempDir
    Path folder;

    @Test
    void takesABigPictureAndAnswersWithFour() throws IOException {
        BigPicture picture = BigPicture.ofMegabytes(20);
        BigPicture result = BigPicture.ofMegabytes(6);
        endpoint.results(result.writeTo(folder.resolve("result.png")));
        long base64 = 4 * ((result.length() + 2) / 3 * 4);

        assertThat(exchange(picture)).isBetween(base64, base64 + 2000);
        assertThat(endpoint.calls().getFirst().files().getFirst().length()).isEqualTo(picture.length());
        assertThat(endpoint.filesHeld()).isZero();
    }

    /** The number of bytes that come back. */
    private long exchange(BigPicture picture) throws IOException {
        String start = startOfForm();
        String end = "\r\n--" + TestForm.BOUNDARY + "--\r\n";
        try (Socket socket = client.connect()) {
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            out.write(bytes(TestClient.head(Math.toIntExact(start.length() + picture.length() + end.length()))));
            out.write(bytes(start));
            picture.writeTo(out);
            out.write(bytes(end));
            out.flush();
            socket.shutdownOutput();
            return socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Up to where the picture's bytes begin. */
    private static String startOfForm() {
        TestForm form = new TestForm()
                .text("model", "gemini-3-pro-image")
                .text("prompt", "add a red hat")
                .text("n", "4")
                .text("response_format", "b64_json")
                .png("image", new byte[0]);
        String text = new String(form.open(), StandardCharsets.ISO_8859_1);
        return text.substring(0, text.length() - "\r\n".length());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
