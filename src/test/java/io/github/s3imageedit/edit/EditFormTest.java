package io.github.s3imageedit.edit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.s3imageedit.image.ImageType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.HttpEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form, byte for byte. */
final class EditFormTest {
    private static final CountingContent PNG = CountingContent.of(ImageType.PNG, "PNG BYTES");

    @Test
    void writesOnePictureAsImage() throws IOException {
        assertThat(written(Requests.edit(PNG))).isEqualTo("""
            --B
            Content-Disposition: form-data; name="model"

            gemini-3-pro-image
            --B
            Content-Disposition: form-data; name="image"; filename="image.png"
            Content-Type: image/png

            PNG BYTES
            --B
            Content-Disposition: form-data; name="prompt"

            add a hat
            --B--
            """.replace("\n", "\r\n"));
    }

    @Test
    void writesSeveralPicturesAndTheMaskInTheirOrder() throws IOException {
        CountingContent mask = CountingContent.of(ImageType.PNG, "MASK");
        CountingContent jpeg = CountingContent.of(ImageType.JPEG, "JPEG BYTES");
        CountingContent webp = CountingContent.of(ImageType.WEBP, "WEBP BYTES");

        assertThat(written(Requests.masked(mask, PNG, jpeg, webp))).isEqualTo("""
            --B
            Content-Disposition: form-data; name="model"

            gemini-3-pro-image
            --B
            Content-Disposition: form-data; name="image[]"; filename="image.png"
            Content-Type: image/png

            PNG BYTES
            --B
            Content-Disposition: form-data; name="image[]"; filename="image-2.jpg"
            Content-Type: image/jpeg

            JPEG BYTES
            --B
            Content-Disposition: form-data; name="image[]"; filename="image-3.webp"
            Content-Type: image/webp

            WEBP BYTES
            --B
            Content-Disposition: form-data; name="mask"; filename="mask.png"
            Content-Type: image/png

            MASK
            --B
            Content-Disposition: form-data; name="prompt"

            add a hat
            --B--
            """.replace("\n", "\r\n"));
    }

    @Test
    void spellsTheListFieldAsTheEndpointDoes() throws IOException {
        assertThat(written(EditForm.of(Requests.edit(PNG, PNG), "image", "B")))
                .contains("name=\"image\"; filename=\"image.png\"", "name=\"image\"; filename=\"image-2.png\"")
                .doesNotContain("image[]");
    }

    @ParameterizedTest
    @CsvSource({"PNG, image.png, image/png", "JPEG, image.jpg, image/jpeg", "WEBP, image.webp, image/webp"})
    void namesPicturesByTheirType(ImageType type, String fileName, String mediaType) throws IOException {
        assertThat(written(Requests.edit(CountingContent.of(type, "x"))))
                .contains("filename=\"" + fileName + "\"\r\nContent-Type: " + mediaType + "\r\n\r\nx\r\n");
    }

    @Test
    void keepsTheOrderOfTheFieldsBehindModelAndPictures() throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("prompt", "p");
        fields.put("n", "2");
        fields.put("size", "1024x1024");
        fields.put("model", "m");
        fields.put("quality", "high");

        assertThat(Pattern.compile("; name=\"(\\w+)\"")
                        .matcher(written(Requests.with(fields, PNG)))
                        .results()
                        .map(result -> result.group(1)))
                .containsExactly("model", "image", "prompt", "n", "size", "quality");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two\r\nlines",
                "\r\n\r\n",
                "she said \"hat\"; name=\"model\"",
                "--b\r\nContent-Disposition: form-data; name=\"model\"",
                "--B",
                "Gr\u00fc\u00dfe aus \u6771\u4eac",
                "a \ud83e\udd84 with \ud83d\udc69\u200d\ud83d\ude80",
                "\u0000\u0007\u2028",
                " blanks at both ends "
            })
    void writesThePromptLiterallyInUtf8(String prompt) throws IOException {
        assertThat(written(Requests.with(Requests.fields("prompt", prompt), PNG)))
                .endsWith("\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\n" + prompt + "\r\n--B--\r\n");
    }

    @Test
    void declaresTheLengthThatItWritesAndIsNotChunked() throws IOException {
        HttpEntity form = EditForm.of(
                Requests.with(Requests.fields("prompt", "\ud83e\udd84 \u6771\u4eac"), PNG, PNG), "image[]", "B");

        assertThat(form.getContentLength()).isEqualTo(bytes(form).length);
        assertThat(form.isChunked()).isFalse();
    }

    /** Servers decode the texts by it where it is there, Starlette for one, and they are UTF-8. */
    @Test
    void namesNoCharsetButThatOfItsTexts() {
        assertThat(EditForm.of(Requests.edit(PNG), "image[]", "B").getContentType())
                .isEqualTo("multipart/form-data; boundary=B");
    }

    @Test
    void opensThePicturesAnewEachTimeAndWritesTheSameAgain() throws IOException {
        CountingContent image = CountingContent.of(ImageType.PNG, "IMAGE");
        CountingContent mask = CountingContent.of(ImageType.PNG, "MASK");
        HttpEntity form = EditForm.of(Requests.masked(mask, image), "image[]", "B");

        assertThat(image.opened()).isZero();
        assertThat(bytes(form)).isEqualTo(bytes(form));
        assertThat(image.opened()).isEqualTo(2).isEqualTo(image.closed());
        assertThat(mask.opened()).isEqualTo(2).isEqualTo(mask.closed());
    }

    @ParameterizedTest
    @ValueSource(longs = {8, 10, 0, 1_000_000})
    void failsWhenAPictureHasAnotherLengthThanDeclared(long declared) {
        CountingContent liar = PNG.declaring(declared);

        assertThatThrownBy(() -> written(Requests.edit(liar)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("image.png")
                .hasMessageContaining(String.valueOf(declared));
        assertThat(liar.closed()).isEqualTo(liar.opened());
    }

    private static String written(EditRequest request) throws IOException {
        return written(EditForm.of(request, "image[]", "B"));
    }

    private static String written(HttpEntity form) throws IOException {
        return new String(bytes(form), UTF_8);
    }

    private static byte[] bytes(HttpEntity form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        form.writeTo(out);
        return out.toByteArray();
    }
}
