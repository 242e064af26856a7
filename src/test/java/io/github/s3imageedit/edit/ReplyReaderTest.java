package io.github.s3imageedit.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.s3imageedit.testing.Samples;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures out of a reply, in every form in which it may come. */
final class ReplyReaderTest extends WithReading {
    @Test
    void handsInlinePicturesOnInOrderAndExactly() {
        assertPictures(reading.of(200, Reading.inline(FIRST, SECOND, THIRD)), true, 3);
        assertReceived(FIRST, SECOND, THIRD);
        assertThat(reading.received().indexes()).containsExactly(0, 1, 2);
    }

    /** What comes behind the first picture breaks off only after it was handed on. */
    @Test
    void handsAPictureOnWhileTheRestIsStillUnderWay() {
        CutInput reply = new CutInput("{\"data\":[" + Reading.entry(Reading.base64(FIRST)));

        assertPictures(reading.of(200, reply), false, 1);
        assertReceived(FIRST);
    }

    @Test
    void takesAllFormatsThatCanComeBack() {
        byte[][] pictures = {
            Samples.png(9, 9), Samples.jpeg(9, 9), Samples.lossyWebp(), Samples.gif(9, 9), Samples.avif()
        };

        assertPictures(reading.of(200, Reading.inline(pictures)), true, 5);
        assertReceived(pictures);
    }

    @Test
    void takesBase64WithoutPaddingAndWithLineBreaks() {
        byte[] padded = Samples.png(20, 20);
        while (padded.length % 3 == 0) {
            padded = Samples.png(20, padded.length);
        }
        String mime = Base64.getMimeEncoder().encodeToString(padded);
        String body = "{\"data\":["
                + String.join(
                        ",",
                        Reading.entry(Base64.getEncoder().withoutPadding().encodeToString(padded)),
                        Reading.entry(mime.replace("\r\n", "\\r\\n")),
                        Reading.entry(mime.replace("\r\n", "\\n") + "\\n"),
                        Reading.entry(Reading.base64(padded).replace("/", "\\/")))
                + "]}";

        assertPictures(reading.of(200, body), true, 4);
        assertReceived(padded, padded, padded, padded);
    }

    @Test
    void countsWhatIsNoPictureAsNone() {
        byte[] text = Samples.text();

        assertUnusable(reading.of(200, Reading.inline(text, new byte[0])), "not_a_picture");
        assertPictures(reading.of(200, Reading.inline(text, FIRST)), true, 1);
        assertThat(reading.received().indexes()).containsExactly(1);
    }

    @Test
    void passesLinksOnUnopened() {
        String body = """
            {"data":[{"url":"https://media.lumenfall.ai/1.png","b64_json":null,"revised_prompt":"one"},
                     {"revised_prompt":"two","b64_json":null,"url":"https://media.lumenfall.ai/2.png?a=b&c"}]}\
            """;

        assertThat(answered(reading.of(200, body)).pictures())
                .containsExactly(
                        new ReplyPicture(0, Optional.of("https://media.lumenfall.ai/1.png"), Optional.of("one")),
                        new ReplyPicture(1, Optional.of("https://media.lumenfall.ai/2.png?a=b&c"), Optional.of("two")));
    }

    @Test
    void takesTheRevisedPromptBeforeAndBehindThePicture() {
        String picture = "\"b64_json\":\"" + Reading.base64(FIRST) + "\"";
        String words = "\"revised_prompt\":\"a \\\"hat\\\" \\ud83c\\udfa9\"";
        String body = "{\"data\":[{" + picture + "," + words + "},{" + words + "," + picture + "},{" + picture + "}]}";

        Optional<String> revised = Optional.of("a \"hat\" \ud83c\udfa9");
        assertThat(answered(reading.of(200, body)).pictures())
                .extracting(ReplyPicture::revisedPrompt)
                .containsExactly(revised, revised, Optional.empty());
    }

    @Test
    void prefersTheBytesToALink() {
        String body = "{\"data\":[{\"url\":\"https://x.example/1\",\"b64_json\":\"" + Reading.base64(FIRST) + "\"}]}";

        assertThat(answered(reading.of(200, body)).pictures())
                .containsExactly(new ReplyPicture(0, Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":[]}",
                "{\"data\":null}",
                "{\"data\":{}}",
                "{}",
                "{\"created\":1}",
                "{\"data\":[null,null]}",
                "{\"data\":[{}]}",
                "{\"data\":[{\"url\":null,\"b64_json\":null}]}",
                "{\"data\":[[{\"url\":\"https://x.example/1\"}],\"text\",1]}"
            })
    void cannotUseAReplyWithoutAPicture(String body) {
        assertUnusable(reading.of(200, body), "no_pictures");
    }

    @Test
    void takesAtMostTenPictures() {
        assertPictures(reading.of(200, links(9)), true, 9);
        assertPictures(reading.of(200, links(10)), true, 10);
        assertPictures(reading.of(200, links(12)), true, 10);
    }

    @Test
    void letsTheSinksOwnFailuresThrough() {
        reading.into((index, image) -> {
            throw new IllegalStateException("storing failed");
        });

        assertThatThrownBy(() -> reading.of(200, Reading.inline(FIRST)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("storing failed");
    }

    @Test
    void keepsLinksOutOfAPicturesLogForm() {
        assertThat(new ReplyPicture(1, Optional.of("https://x.example/?signature=secret"), Optional.of("prompt")))
                .hasToString("picture 2 by link");
    }

    private static String links(int count) {
        return "{\"data\":[" + "{\"url\":\"https://x.example/1\"},".repeat(count - 1)
                + "{\"url\":\"https://x.example/1\"}]}";
    }
}
