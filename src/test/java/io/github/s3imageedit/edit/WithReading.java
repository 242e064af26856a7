package io.github.s3imageedit.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.edit.EditReply.Answered;
import io.github.s3imageedit.edit.EditReply.Unusable;
import io.github.s3imageedit.testing.Samples;
import java.io.IOException;
import java.nio.file.Path;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A reply to read; nothing of it may be left in the folder. */
abstract class WithReading {
    static final byte[] FIRST = Samples.png(48, 32);
    static final byte[] SECOND = Samples.jpeg(33, 21);
    static final byte[] THIRD = Samples.losslessWebp();

    @TempDir
    Path folder;

    Reading reading;

    @BeforeEach
    void startReading() {
        reading = new Reading(folder);
    }

    @AfterEach
    void leavesNothingInTheFolder() throws IOException {
        assertThat(reading.filesLeft()).isZero();
    }

    static void assertPictures(EditReply reply, boolean complete, int count) {
        assertThat(answered(reply).complete()).isEqualTo(complete);
        assertThat(answered(reply).pictures()).hasSize(count);
    }

    static void assertUnusable(EditReply reply, String code) {
        assertThat(reply)
                .isInstanceOfSatisfying(
                        Unusable.class,
                        unusable -> assertThat(unusable.error().code()).contains(code));
    }

    ListAssert<byte[]> assertReceived(byte[]... pictures) {
        return assertThat(reading.received().pictures()).containsExactly(pictures);
    }

    static Answered answered(EditReply reply) {
        assertThat(reply).isInstanceOf(Answered.class);
        return (Answered) reply;
    }
}
