package io.github.s3imageedit.testing.endpoint;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the files of a form must be: true types, true names, a mask that fits. */
final class PictureRules {
    private static final int MAX_IMAGES = 16;
    private static final Map<String, Set<String>> EXTENSIONS = Map.of(
            "image/png", Set.of("png"),
            "image/jpeg", Set.of("jpg", "jpeg"),
            "image/webp", Set.of("webp"));

    private PictureRules() {}

    static void check(FormFields fields) throws IOException, Refusal {
        List<FormPart> images = fields.images();
        if (images.isEmpty()) {
            throw Refusal.invalid("image", "`image` is required.");
        }
        if (images.size() > MAX_IMAGES) {
            throw Refusal.invalid("image", "More than " + MAX_IMAGES + " images.");
        }
        for (FormPart image : images) {
            facts(image);
        }
        Optional<FormPart> mask = fields.mask();
        if (mask.isPresent()) {
            checkMask(facts(mask.get()), facts(images.getFirst()));
        }
    }

    private static PictureFacts facts(FormPart part) throws IOException, Refusal {
        String declared = part.head().mediaType().orElse("none");
        if (!EXTENSIONS.containsKey(declared)) {
            throw unsupported(
                    part, "Unsupported file type " + declared + "; expected image/png, image/jpeg or image/webp.");
        }
        PictureFacts facts = PictureFacts.read(part.content())
                .orElseThrow(() -> unsupported(part, "The file is no PNG, JPEG or WebP picture."));
        if (!facts.mediaType().equals(declared)) {
            throw unsupported(part, "The file is declared as " + declared + " but is " + facts.mediaType() + ".");
        }
        String fileName = part.head().fileName().orElse("");
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (fileName.indexOf('.') < 1
                || !EXTENSIONS.getOrDefault(declared, Set.of()).contains(extension)) {
            throw unsupported(part, "The file name's extension does not fit " + declared + ".");
        }
        return facts;
    }

    private static void checkMask(PictureFacts mask, PictureFacts image) throws Refusal {
        if (!mask.mediaType().equals("image/png")) {
            throw invalidMask("The mask must be a PNG.");
        }
        if (!mask.alpha()) {
            throw invalidMask("The mask has no alpha channel.");
        }
        if (mask.width() != image.width() || mask.height() != image.height()) {
            throw invalidMask("The mask is " + mask.width() + "x" + mask.height() + ", the image " + image.width() + "x"
                    + image.height() + ".");
        }
    }

    private static Refusal invalidMask(String message) {
        return Refusal.of(ErrorCode.INVALID_MASK, "mask", message);
    }

    private static Refusal unsupported(FormPart part, String message) {
        return Refusal.of(ErrorCode.UNSUPPORTED_FILE, part.name(), message);
    }
}
