package io.github.s3imageedit.testing.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.testing.Samples;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The edits are visible, and only where they may be. */
final class StandInPictureTest extends StandInWithClient {
    private static final byte[] HARBOUR = Samples.harbour();

    @Test
    void changesThePictureAndWritesThePromptIntoIt() throws IOException {
        BufferedImage before = Pictures.decode(HARBOUR);
        BufferedImage after = edited(TestForm.of(HARBOUR));

        assertThat(after.getWidth()).isEqualTo(640);
        assertThat(after.getHeight()).isEqualTo(480);
        assertThat(changed(before, after, new Rectangle(640, 480))).isGreaterThan(300_000);
        assertThat(pixels(after, new Rectangle(0, 440, 640, 40), 0xFFFFFFFF)).isGreaterThan(200);
    }

    @Test
    void changesOnlyWhatTheMaskLeavesOpen() throws IOException {
        Rectangle open = new Rectangle(90, 150, 240, 250);
        BufferedImage before = Pictures.decode(HARBOUR);
        BufferedImage after = edited(TestForm.of(HARBOUR).png("mask", Samples.mask(640, 480, open)));

        int inside = changed(before, after, open);
        assertThat(inside).isGreaterThan(50_000);
        assertThat(changed(before, after, new Rectangle(640, 480))).isEqualTo(inside);
        assertThat(pixels(after, open, 0xFFFFFFFF)).isGreaterThan(100);
    }

    @Test
    void keepsWhatIsTransparent() throws IOException {
        BufferedImage after = edited(TestForm.of(Samples.pngWithAlpha(200, 200)));

        assertThat(after.getColorModel().hasAlpha()).isTrue();
        assertThat(after.getRGB(5, 5) >>> 24).isZero();
        assertThat(after.getRGB(150, 5) >>> 24).isEqualTo(255);
    }

    @Test
    void editsEveryFormatItTakes() throws IOException {
        assertThat(edited(TestForm.of(Samples.palettePng(60, 40))).getWidth()).isEqualTo(60);
        assertThat(edited(form("image/jpeg", "a.jpg", Samples.progressiveJpeg(60, 40)))
                        .getWidth())
                .isEqualTo(60);
        assertThat(edited(form("image/webp", "a.webp", Samples.extendedWebp())).getWidth())
                .isEqualTo(48);
    }

    @Test
    void writesTheFormatThatIsAskedFor() throws IOException {
        assertThat(bytes(form().text("output_format", "jpeg"))).startsWith(0xFF, 0xD8, 0xFF);
        assertThat(bytes(form().text("output_format", "png"))).startsWith(0x89, 'P', 'N', 'G');
        assertThat(bytes(form().text("output_format", "gif"))).startsWith('G', 'I', 'F', '8');
        assertThat(bytes(form().text("output_format", "webp"))).startsWith('R', 'I', 'F', 'F');
    }

    @Test
    void scalesByTheFactorAndToTheSize() throws IOException {
        assertThat(edited(form().text("scale_factor", "2.5")).getWidth()).isEqualTo(120);
        assertThat(edited(form().text("size", "256x64")).getHeight()).isEqualTo(64);
        assertThat(edited(form().text("scale_factor", "99")).getWidth()).isLessThan(4000);
    }

    private BufferedImage edited(TestForm form) throws IOException {
        return Pictures.decode(bytes(form));
    }

    private byte[] bytes(TestForm form) throws IOException {
        HttpResponse<byte[]> reply = client.edit(form.text("response_format", "b64_json"));
        String base64 = Pattern.compile("\"b64_json\":\"([^\"]+)\"")
                .matcher(TestClient.text(reply))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        return Base64.getDecoder().decode(base64);
    }

    private static TestForm form(String mediaType, String fileName, byte[] picture) {
        return new TestForm()
                .text("model", "gemini-3-pro-image")
                .text("prompt", "add a red hat")
                .file("image", fileName, mediaType, picture);
    }

    private static int changed(BufferedImage before, BufferedImage after, Rectangle area) {
        int count = 0;
        for (int y = area.y; y < area.y + area.height; y++) {
            for (int x = area.x; x < area.x + area.width; x++) {
                count += before.getRGB(x, y) == after.getRGB(x, y) ? 0 : 1;
            }
        }
        return count;
    }

    private static int pixels(BufferedImage picture, Rectangle area, int colour) {
        int count = 0;
        for (int y = area.y; y < area.y + area.height; y++) {
            for (int x = area.x; x < area.x + area.width; x++) {
                count += picture.getRGB(x, y) == colour ? 1 : 0;
            }
        }
        return count;
    }
}
