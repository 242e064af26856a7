package io.github.s3imageedit.testing.endpoint;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A form whose part names are known, unique where they must be, and of the right kind. */
record FormFields(List<FormPart> parts) {
    private static final Set<String> TEXTS = Set.of(
            "model",
            "prompt",
            "n",
            "size",
            "aspect_ratio",
            "resolution",
            "quality",
            "response_format",
            "output_format",
            "output_compression",
            "scale_factor",
            "background",
            "moderation",
            "input_fidelity",
            "style",
            "seed",
            "negative_prompt",
            "user");
    private static final Set<String> FILES = Set.of("image", "image[]", "mask");

    static FormFields of(List<FormPart> parts, Set<String> furtherFields) throws Refusal {
        Set<String> seen = new HashSet<>();
        for (FormPart part : parts) {
            boolean first = seen.add(part.name());
            if (!first && !part.name().equals("image[]")) {
                throw duplicate(part.name());
            }
            checkKind(part, furtherFields);
        }
        if (seen.contains("image") && seen.contains("image[]")) {
            throw Refusal.invalid("image", "Send either `image` or `image[]`, not both.");
        }
        return new FormFields(parts);
    }

    Optional<String> text(String name) {
        return named(name).flatMap(FormPart::value);
    }

    Optional<FormPart> mask() {
        return named("mask");
    }

    /** In wire order: the first is the one to edit. */
    List<FormPart> images() {
        return parts.stream()
                .filter(part -> part.name().equals("image") || part.name().equals("image[]"))
                .toList();
    }

    private Optional<FormPart> named(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    private static void checkKind(FormPart part, Set<String> furtherFields) throws Refusal {
        String name = part.name();
        boolean textField = TEXTS.contains(name) || furtherFields.contains(name);
        if (!textField && !FILES.contains(name)) {
            throw Refusal.of(ErrorCode.UNKNOWN_PARAMETER, name, "Unknown parameter: '" + name + "'.");
        }
        if (textField == part.isFile()) {
            throw Refusal.invalid(name, textField ? "`" + name + "` is no file." : "`" + name + "` needs a file name.");
        }
        if (textField
                && part.head().mediaType().filter(type -> !isPlainText(type)).isPresent()) {
            throw Refusal.invalid(name, "A text field has no Content-Type other than text/plain.");
        }
    }

    private static boolean isPlainText(String mediaType) {
        return mediaType.matches("(?i)text/plain(; ?charset=utf-8)?");
    }

    private static Refusal duplicate(String name) {
        String hint = name.equals("image") ? " To send several, use the array syntax `image[]`." : "";
        return Refusal.invalid(name, "Duplicate parameter: '" + name + "'." + hint);
    }
}
