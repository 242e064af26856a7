package io.github.s3imageedit.job;

import io.github.s3imageedit.image.ImageHeader;
import io.github.s3imageedit.image.ImageHeader.Dimensions;
import io.github.s3imageedit.image.ImageType;
import java.util.Optional;

/** What pictures and masks must be like before money is spent on them. */
final class PictureRules {
    private final long maxBytes;

    PictureRules(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    Optional<Fault> fault(EditJob job) {
        Optional<Fault> fault = pictureFault("The upload", job.source());
        for (Picture image : job.images()) {
            fault = fault.or(() -> pictureFault("The further picture " + image.object(), image));
        }
        return fault.or(() -> job.mask().flatMap(mask -> maskFault(mask, job.source())));
    }

    private Optional<Fault> pictureFault(String what, Picture picture) {
        if (picture.bytes() == 0) {
            return Optional.of(new Fault("empty", what + " is empty: it has 0 bytes.", "Upload the picture again."));
        }
        Optional<ImageHeader> header = picture.header();
        if (header.filter(found -> found.type().editable()).isEmpty()) {
            return Optional.of(new Fault(
                    "not_a_picture",
                    what + " must be a PNG, JPEG or WebP, but its bytes are " + found(header) + ".",
                    "Convert it to PNG, JPEG or WebP and upload it again; another file name alone does not help."));
        }
        if (header.flatMap(ImageHeader::dimensions).isEmpty()) {
            return Optional.of(damaged(what));
        }
        return picture.bytes() > maxBytes ? Optional.of(tooLarge(what, picture.bytes())) : Optional.empty();
    }

    private static String found(Optional<ImageHeader> header) {
        return header.map(found -> "a " + found.type()).orElse("none of these");
    }

    private static Fault damaged(String what) {
        return new Fault(
                "damaged_picture",
                what + " is damaged: its header tells no width and height.",
                "Open it in a picture editor, save it anew and upload that.");
    }

    private Fault tooLarge(String what, long bytes) {
        return new Fault(
                "too_large",
                what + " has " + bytes + " bytes; at most " + maxBytes + " are allowed.",
                "Upload a smaller picture, or have MAX_INPUT_BYTES raised.");
    }

    private Optional<Fault> maskFault(Picture mask, Picture source) {
        String what = "The mask " + mask.object();
        Optional<ImageHeader> header = mask.header().filter(found -> found.type() == ImageType.PNG);
        if (header.isEmpty()) {
            return Optional.of(badMask(what + " must be a PNG, but its bytes are "
                    + (mask.bytes() == 0 ? "missing: it has 0" : found(mask.header())) + "."));
        }
        Optional<Dimensions> expected = source.header().flatMap(ImageHeader::dimensions);
        Optional<Dimensions> found = header.flatMap(ImageHeader::dimensions);
        if (!found.equals(expected)) {
            return Optional.of(badMask(
                    what + " must be as large as the picture, " + words(expected) + ", but is " + words(found) + "."));
        }
        if (!header.get().alpha()) {
            return Optional.of(
                    badMask(what + " must have an alpha channel: transparent where the edit goes, but it has none."));
        }
        return mask.bytes() > maxBytes ? Optional.of(tooLarge(what, mask.bytes())) : Optional.empty();
    }

    private static Fault badMask(String message) {
        return new Fault(
                "bad_mask",
                message,
                "Save the mask as a PNG with transparency, of the picture's width and height, and upload it again.");
    }

    private static String words(Optional<Dimensions> dimensions) {
        return dimensions.map(Dimensions::toString).orElse("of unknown size");
    }
}
