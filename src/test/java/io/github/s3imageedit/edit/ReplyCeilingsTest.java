package io.github.s3imageedit.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.edit.EditReply.Answered;
import io.github.s3imageedit.edit.EditReply.Unusable;
import io.github.s3imageedit.image.ImageType;
import io.github.s3imageedit.testing.BigPicture;
import io.github.s3imageedit.testing.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ceilings of pictures and JSON, held while the bytes come. */
final class ReplyCeilingsTest extends WithReading {
    private static final int MIB = 1 << 20;
    private static final byte[] SMALL = Samples.png(48, 32);

    @Test
    void takesAPictureOfExactlyTheLargestSize() throws IOException {
        byte[] largest = picture(Reading.MAX_RESULT_BYTES);

        assertThat(reading.of(200, Reading.inline(largest, largest, largest, largest)))
                .isInstanceOfSatisfying(Answered.class, reply -> {
                    assertThat(reply.complete()).isTrue();
                    assertThat(reply.pictures()).hasSize(4);
                });
        assertThat(reading.received().pictures().getLast()).isEqualTo(largest);
    }

    @Test
    void refusesAPictureOfOneByteMore() throws IOException {
        assertTooLarge(reading.of(200, Reading.inline(picture(Reading.MAX_RESULT_BYTES + 1))));
        assertThat(reading.received().pictures()).isEmpty();
    }

    @Test
    void keepsThePicturesBeforeOneThatIsTooLarge() throws IOException {
        EditReply reply = reading.of(200, Reading.inline(SMALL, picture(Reading.MAX_RESULT_BYTES + 1), SMALL));

        assertThat(reply).isInstanceOfSatisfying(Answered.class, answered -> {
            assertThat(answered.complete()).isFalse();
            assertThat(answered.pictures()).hasSize(1);
        });
    }

    /** The line breaks of MIME's base64 are no text of the reply's. */
    @Test
    void takesManyLargePicturesInBase64WithLineBreaks() throws IOException {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(picture(2 * Reading.MAX_RESULT_BYTES))
                .replace("\n", "\\r\\n");
        String entry = Reading.entry(lines);

        assertThat(reading.allowing(2 * Reading.MAX_RESULT_BYTES)
                        .of(200, "{\"data\":[" + (entry + ",").repeat(9) + entry + "]}"))
                .isInstanceOfSatisfying(
                        Answered.class, reply -> assertThat(reply.complete()).isTrue());
    }

    @Test
    void refusesAMebibyteOfOtherJson() {
        String text = "\"x\":\"" + "x".repeat(MIB) + "\"";

        assertTooLarge(reading.of(200, "{" + text + ",\"data\":[]}"));
        assertThat(reading.of(200, "{\"data\":[" + Reading.entry(Reading.base64(SMALL)) + "]," + text + "}"))
                .isInstanceOfSatisfying(
                        Answered.class, reply -> assertThat(reply.complete()).isFalse());
    }

    @Test
    void takesNearlyAMebibyteOfOtherJson() {
        String text = "\"x\":\"" + "x".repeat(MIB - 20_000) + "\"";

        assertThat(reading.of(200, "{" + text + ",\"data\":[" + Reading.entry(Reading.base64(SMALL)) + "]}"))
                .isInstanceOf(Answered.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"created":1,                    | a
        {"created":1,"x":"               | a
        {"data":[{"revised_prompt":"     | a
        {"data":[{"url":"                | a
        {"data":[                        | {},
        {"data":[                        | null,
        {                                | "a":1,
        {"usage":{                       | "a":1,
        {"usage":{"a":[                  | 1,
        {"metadata":{                    | "a":"b",
        {"error":{"message":"            | a
        {"x":                            | 1
        """)
    void endsAtAMebibyteOfAnythingWithoutEnd(String beginning, String filling) {
        EndlessInput endless = new EndlessInput(beginning, filling);

        assertThat(reading.of(200, endless)).isNotInstanceOf(Answered.class);
        assertThat(endless.taken()).isLessThan(MIB + 100_000);
    }

    @Test
    void endsAtAMebibyteOfBlanks() {
        EndlessInput endless = new EndlessInput("{\"created\":1,", " ");

        assertTooLarge(reading.of(200, endless));
        assertThat(endless.taken()).isLessThan(MIB + 100_000);
    }

    @ParameterizedTest
    @CsvSource({"AAAA", "\\n", "AAAA\\n"})
    void endsAtTheLargestPictureOfBase64WithoutEnd(String filling) {
        EndlessInput endless = new EndlessInput("{\"data\":[{\"b64_json\":\"", filling);

        assertTooLarge(reading.of(200, endless));
        assertThat(endless.taken()).isLessThan(Reading.MAX_RESULT_BYTES / 2 * 3 + 2 * MIB + 100_000);
    }

    @Test
    void endsOnFailuresToo() {
        EndlessInput endless = new EndlessInput("{\"error\":{\"message\":\"", "a");

        assertThat(reading.of(500, endless)).isInstanceOf(EditReply.Busy.class);
        assertThat(endless.taken()).isLessThan(MIB + 100_000);
    }

    private static byte[] picture(long bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BigPicture.ofBytes(bytes).writeTo(out);
        assertThat(ImageType.recognise(out.toByteArray())).contains(ImageType.PNG);
        return out.toByteArray();
    }

    private static void assertTooLarge(EditReply reply) {
        assertThat(reply)
                .isInstanceOfSatisfying(
                        Unusable.class,
                        unusable -> assertThat(unusable.error().code()).contains("result_too_large"));
    }
}
