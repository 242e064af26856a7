package io.github.s3imageedit.testing.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.testing.Samples;
import java.awt.Rectangle;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The stand-in refuses what the documented API refuses: fields and pictures. */
final class StandInRefusalTest extends StandInWithClient {
    private static final byte[] MASK = Samples.mask(48, 32, new Rectangle(4, 4, 10, 10));

    @Test
    void refusesUnknownAndRepeatedFields() throws IOException {
        refused(form().text("colour", "red"), "colour", "Unknown parameter");
        refused(form().text("prompt", "again"), "prompt", "Duplicate parameter");
        refused(form().png("image", PICTURE), "image", "use the array syntax");
        refused(form().png("image[]", PICTURE), "image", "not both");
        refused(form().png("mask[]", MASK), "mask[]", "Unknown parameter");
        refused(form().png("mask", MASK).png("mask", MASK), "mask", "Duplicate parameter");
    }

    @Test
    void refusesPartsOfTheWrongKind() throws IOException {
        refused(form().file("size", "size.txt", "text/plain", text("auto")), "size", "no file");
        refused(prompted().text("image", "bytes"), "image", "needs a file name");
        refused(
                form().part("Content-Disposition: form-data; name=\"size\"\r\nContent-Type: image/png", text("auto")),
                "size",
                "no Content-Type other than");
    }

    @Test
    void refusesPicturesUnderAFalseFlag() throws IOException {
        refused(prompted(), "image", "required");
        refused(image("a.png", "application/octet-stream", PICTURE), "image", "Unsupported file type");
        refused(image("a.gif", "image/gif", Samples.gif(9, 9)), "image", "Unsupported file type");
        refused(image("a.png", "image/png", Samples.jpeg(9, 9)), "image", "declared as image/png but is image/jpeg");
        refused(image("a.png", "image/png", Samples.text()), "image", "no PNG, JPEG or WebP");
        refused(image("a.jpg", "image/png", PICTURE), "image", "extension");
        refused(image("png", "image/png", PICTURE), "image", "extension");
    }

    @Test
    void refusesMasksThatCannotServe() throws IOException {
        refused(form().png("mask", Samples.maskWithoutAlpha(48, 32, new Rectangle(5, 5))), "mask", "no alpha");
        refused(form().png("mask", Samples.mask(47, 32, new Rectangle(5, 5))), "mask", "47x32");
        refused(form().file("mask", "mask.webp", "image/webp", Samples.extendedWebp()), "mask", "must be a PNG");
    }

    @Test
    void refusesParametersOutOfRange() throws IOException {
        refused(form().text("n", "0"), "n", "Invalid value");
        refused(form().text("n", "11"), "n", "Invalid value");
        refused(form().text("size", "big"), "size", "Invalid value");
        refused(form().text("size", "1024X1024"), "size", "Invalid value");
        refused(form().text("response_format", "base64"), "response_format", "Invalid value");
        refused(form().text("output_format", "jpg"), "output_format", "Invalid value");
        refused(form().text("scale_factor", "0.5"), "scale_factor", "Invalid value");
    }

    @Test
    void refusesPromptsThatAreMissingBlankOrTooLong() throws IOException {
        refused(modelled(), "prompt", "required");
        refused(modelled().text("prompt", " "), "prompt", "required");
        refused(modelled().text("prompt", "a".repeat(32_001)), "prompt", "<=32000");
        assertThat(client.edit(modelled().text("prompt", "a".repeat(32_000))).statusCode())
                .isEqualTo(200);
        assertThat(client.edit(modelled().text("scale_factor", "2")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesUnknownModels() throws IOException {
        TestForm nameless = new TestForm().text("prompt", "hat").png("image", PICTURE);
        refused(nameless, "model", "required");
        for (String model : new String[] {"gpt-9", "nobody/gpt-image-2", "GPT-Image-2"}) {
            HttpResponse<byte[]> reply = client.edit(
                    new TestForm().text("prompt", "hat").png("image", PICTURE).text("model", model));
            assertThat(reply.statusCode()).isEqualTo(404);
            assertThat(TestClient.text(reply)).contains("\"code\":\"MODEL_NOT_FOUND\"");
        }
        HttpResponse<byte[]> forced = client.edit(
                new TestForm().text("prompt", "hat").png("image", PICTURE).text("model", "openai/gpt-image-2"));
        assertThat(TestClient.text(forced)).contains("\"provider\":\"openai\"");
    }

    @Test
    void takesSixteenPicturesAndNoMore() throws IOException {
        TestForm many = prompted();
        for (int picture = 0; picture < 16; picture++) {
            many.png("image[]", Samples.png(4, 4));
        }
        assertThat(client.edit(many).statusCode()).isEqualTo(200);
        refused(many.png("image[]", Samples.png(4, 4)), "image", "More than 16");
    }

    @Test
    void takesTrueWebpAndJpegPictures() throws IOException {
        for (byte[] webp : new byte[][] {Samples.lossyWebp(), Samples.losslessWebp(), Samples.extendedWebp()}) {
            HttpResponse<byte[]> reply = client.edit(image("a.webp", "image/webp", webp));
            assertThat(TestClient.text(reply)).contains("\"size\":\"48x32\"");
        }
        for (byte[] jpeg : new byte[][] {
            Samples.jpeg(48, 32), Samples.progressiveJpeg(48, 32), Samples.jpegWithLongMetadata(48, 32)
        }) {
            HttpResponse<byte[]> reply = client.edit(image("a.jpeg", "image/jpeg", jpeg));
            assertThat(TestClient.text(reply)).contains("\"size\":\"48x32\"");
        }
    }

    @Test
    void refusesTheResponseFormatForGptModelsAsOpenAi() throws IOException {
        restart(StandInSettings.of(Dialect.OPENAI));
        TestForm form = new TestForm()
                .text("model", "gpt-image-2")
                .text("prompt", "hat")
                .png("image", PICTURE);

        assertThat(TestClient.text(client.edit(form.text("response_format", "b64_json"))))
                .contains("\"code\":\"unknown_parameter\"", "Unknown parameter: 'response_format'");
    }

    private void refused(TestForm form, String parameter, String message) throws IOException {
        HttpResponse<byte[]> reply = client.edit(form);

        assertThat(reply.statusCode()).as(message).isEqualTo(400);
        assertThat(TestClient.text(reply))
                .startsWith("{\"error\":{\"message\":\"")
                .contains(message, "\"type\":\"", "\"code\":\"INVALID_REQUEST\"", "\"param\":\"" + parameter + "\"");
        assertThat(endpoint.calls().getLast().paid()).isFalse();
    }

    private static TestForm modelled() {
        return new TestForm().text("model", "gemini-3-pro-image").png("image", PICTURE);
    }

    private static TestForm prompted() {
        return new TestForm().text("model", "gemini-3-pro-image").text("prompt", "hat");
    }

    private static TestForm image(String fileName, String mediaType, byte[] content) {
        return prompted().file("image", fileName, mediaType, content);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
