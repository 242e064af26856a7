package io.github.s3imageedit.job;

import static io.github.s3imageedit.job.Uploads.MAX_BYTES;
import static io.github.s3imageedit.job.Uploads.NO_PICTURE;
import static io.github.s3imageedit.job.Uploads.PNG;
import static io.github.s3imageedit.job.Uploads.RULES;
import static io.github.s3imageedit.job.Uploads.damaged;
import static io.github.s3imageedit.job.Uploads.decide;
import static io.github.s3imageedit.job.Uploads.header;
import static io.github.s3imageedit.job.Uploads.mask;
import static io.github.s3imageedit.job.Uploads.picture;
import static io.github.s3imageedit.job.Uploads.upload;
import static io.github.s3imageedit.job.Uploads.wish;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.image.ImageHeader;
import io.github.s3imageedit.image.ImageType;
import io.github.s3imageedit.job.JobDecision.Refuse;
import io.github.s3imageedit.job.JobDecision.Run;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Masks and further pictures: what they must be like, and where they may lie. */
class PartsTest {
    private static final Upload TOM = upload("prompt=add a hat");

    @Test
    void takesAMaskThatFits() {
        JobDecision decision = decide(RULES, TOM, Optional.of(mask("m1")), List.of());

        assertThat(((Run) decision).job().mask()).contains(mask("m1"));
    }

    @Test
    void refusesMasksThatDoNotFit() {
        assertBadMask(500, header(ImageType.JPEG, false), "must be a PNG", "JPEG");
        assertBadMask(500, header(ImageType.WEBP, true), "must be a PNG", "WEBP");
        assertBadMask(500, NO_PICTURE, "must be a PNG");
        assertBadMask(0, NO_PICTURE, "must be a PNG", "0");
        assertBadMask(500, header(ImageType.PNG, false), "alpha");
        assertBadMask(500, header(ImageType.PNG, 48, 64), "64x48", "48x64");
        assertBadMask(500, damaged(ImageType.PNG), "64x48", "unknown");
    }

    private static void assertBadMask(long bytes, Optional<ImageHeader> header, String... words) {
        Fault fault = faultOf(Optional.of(picture("in/m.png", "m1", bytes, header)), List.of());
        assertThat(fault.code()).isEqualTo("bad_mask");
        assertThat(fault.message()).contains("s3://inbox/in/m.png").contains(words);
        assertThat(fault.hint()).contains("PNG").contains("transparency");
    }

    @Test
    void refusesAMaskThatIsTooLarge() {
        Picture huge = picture("in/m.png", "m1", MAX_BYTES + 1, header(ImageType.PNG, true));

        assertThat(faultOf(Optional.of(huge), List.of()).code()).isEqualTo("too_large");
    }

    @Test
    void holdsFurtherPicturesToTheSameRules() {
        assertBadImage("empty", 0, NO_PICTURE);
        assertBadImage("not_a_picture", 20, NO_PICTURE);
        assertBadImage("not_a_picture", 20, header(ImageType.GIF, false));
        assertBadImage("damaged_picture", 20, damaged(ImageType.WEBP));
        assertBadImage("too_large", MAX_BYTES + 1, PNG);
    }

    private static void assertBadImage(String code, long bytes, Optional<ImageHeader> header) {
        Picture good = picture("in/2.png", "i2", 20, header(ImageType.JPEG, 9, 9));
        Fault fault = faultOf(Optional.empty(), List.of(good, picture("in/3.png", "i3", bytes, header)));
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.message()).contains("s3://inbox/in/3.png");
    }

    @Test
    void theUploadsOwnFaultComesFirst() {
        Upload empty = upload(picture("in/tom.png", "e1", 0, NO_PICTURE), "prompt=x");
        Picture bad = picture("in/m.png", "m1", 0, NO_PICTURE);

        assertThat(((Refuse) decide(RULES, empty, Optional.of(bad), List.of(bad)))
                        .fault()
                        .message())
                .startsWith("The upload");
    }

    private static Fault faultOf(Optional<Picture> mask, List<Picture> images) {
        return ((Refuse) decide(RULES, TOM, mask, images)).fault();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mask=in/m.png", "mask=in/", "image=in/deep/2.png", "image_2=in/../2.png"})
    void takesPartsBelowTheInputPrefix(String tag) {
        assertThat(wish("prompt=x", tag).fault()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mask=out/m.png",
                "mask=m.png",
                "mask=/in/m.png",
                "mask=In/m.png",
                "mask=in",
                "image=secret/2.png",
                "image_2=../in/2.png",
                "image_10=other.png"
            })
    void refusesPartsElsewhere(String tag) {
        Fault fault = wish("prompt=x", "image_3=in/3.png", tag).fault().orElseThrow();

        assertThat(fault.code()).isEqualTo("bad_parameter");
        assertThat(fault.message()).contains("\"in/\"").contains(tag.substring(tag.indexOf('=') + 1));
    }

    @Test
    void upscalesOnePictureWithoutParts() {
        assertThat(wish("scale_factor=2", "mask=in/m.png").fault().orElseThrow().message())
                .contains("one picture");
        assertThat(wish("scale_factor=2", "image_2=in/2.png").fault()).isPresent();
        assertThat(wish("scale_factor=2", "prompt=x", "mask=in/m.png").fault()).isEmpty();
        assertThat(wish("scale_factor=2").fault()).isEmpty();
    }
}
