package io.github.s3imageedit.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.edit.EditReply.Answered;
import io.github.s3imageedit.edit.EditReply.Unknown;
import io.github.s3imageedit.edit.EditReply.Unusable;
import io.github.s3imageedit.testing.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies that break off, cannot be read, or say two things at once. */
final class BrokenReplyTest extends WithReading {
    @ParameterizedTest
    @ValueSource(strings = {"iVBORw0KGgo!!!not*base64", "iVBORw0KGgoAAAANSUhEUgAAADA\\u00e9", "iVBOR"})
    void cannotTellTheOutcomeFromInvalidBase64(String base64) {
        assertThat(reading.of(200, "{\"data\":[" + Reading.entry(base64) + "]}"))
                .isInstanceOfSatisfying(
                        Unknown.class, unknown -> assertThat(unknown.status()).contains(200));
        assertReceived();
    }

    @Test
    void keepsThePicturesThatCameBeforeTheBreak() {
        String whole = Reading.inline(FIRST, SECOND, THIRD);
        int inTheSecond = whole.indexOf(Reading.base64(SECOND)) + 100;

        assertPictures(reading.of(200, whole.substring(0, inTheSecond)), false, 1);
        assertPictures(reading.of(200, new CutInput(whole.substring(0, inTheSecond))), false, 1);
        assertReceived(FIRST, FIRST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"data\":[",
                "{\"data\":[{\"b64_json\":\"iVBORw0",
                "<html></html>",
                "[]",
                "null",
                "\"no\"",
                "{\"a\":}"
            })
    void cannotTellTheOutcomeFromASuccessThatCannotBeRead(String body) {
        assertThat(reading.of(200, body)).isInstanceOf(Unknown.class);
        assertThat(reading.of(200, new CutInput(body))).isInstanceOf(Unknown.class);
    }

    /** A reply without a Content-Length may break off where its JSON looks whole but for the end. */
    @Test
    void keepsALinkWhoseEntryBreaksOff() {
        assertPictures(reading.of(200, new CutInput("{\"data\":[{\"url\":\"https://x.example/1\",\"rev")), false, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"error\":{\"code\":\"INTERNAL_ERROR\",\"message\":\"one of two failed\"}",
                "\"error\":\"one of two failed\"",
                "\"error\":\"\"",
                "\"error\":false",
                "\"error_code\":0"
            })
    void keepsPaidPicturesWhateverErrorComesBesideThem(String error) {
        String data = "\"data\":[" + Reading.entry(Reading.base64(FIRST)) + "]";

        assertThat(reading.of(200, "{" + data + "," + error + "}")).isInstanceOf(Answered.class);
        assertThat(reading.of(200, "{" + error + "," + data + "}")).isInstanceOf(Answered.class);
    }

    @Test
    void handsNothingOnFromAFailure() {
        assertThat(reading.of(500, Reading.inline(FIRST))).isInstanceOf(EditReply.Busy.class);
        assertThat(reading.of(302, Reading.inline(FIRST))).isInstanceOf(EditReply.Denied.class);
        assertReceived();
    }

    /** A few hundred pictures with random bytes in them: none may stop the reader. */
    @Test
    void survivesDamagedPictures() {
        Random random = new Random(20261123);
        for (byte[] sample : List.of(FIRST, SECOND, THIRD, Samples.lossyWebp(), Samples.gif(9, 9), Samples.avif())) {
            for (int round = 0; round < 200; round++) {
                byte[] damaged = Arrays.copyOf(sample, 1 + random.nextInt(sample.length));
                for (int flip = 0; flip < 8; flip++) {
                    damaged[random.nextInt(Math.min(damaged.length, 64))] = (byte) random.nextInt();
                }
                assertThat(reading.of(200, Reading.inline(damaged))).isInstanceOfAny(Answered.class, Unusable.class);
            }
        }
    }
}
