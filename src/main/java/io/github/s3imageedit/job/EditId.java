package io.github.s3imageedit.job;

import io.github.s3imageedit.image.Sha256;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names an edit: same bytes and same wishes give the same id, however often and by whichever door an event comes. */
public record EditId(String value) {
    private static final int HEX_DIGITS = 16;
    /** What changes neither the picture nor its price, if it can be read. */
    private static final Set<String> LEFT_OUT = Set.of("user", "response_format");

    static EditId of(Picture source, Wish wish, Optional<Picture> mask, List<Picture> images) {
        StringBuilder text = new StringBuilder();
        append(text, "bucket", source.object().bucket());
        append(text, "key", source.object().key());
        append(text, "etag", source.etag());
        wish.parameters().byName().forEach((name, parameter) -> {
            if (!LEFT_OUT.contains(name) || !ParameterRule.accepts(name, parameter.value())) {
                append(text, "parameter " + name, parameter.value());
            }
        });
        wish.variation().ifPresent(variation -> append(text, "variation", variation));
        mask.ifPresent(picture -> append(text, "mask", picture.etag()));
        images.forEach(picture -> append(text, "image", picture.etag()));
        // A wish at fault is refused before its parts are looked at; their names keep it apart from the wish without
        // them.
        if (wish.fault().isPresent()) {
            wish.mask().ifPresent(key -> append(text, "mask key", key));
            wish.images().forEach(key -> append(text, "image key", key));
        }
        return new EditId(Sha256.hexOf(text.toString()).substring(0, HEX_DIGITS));
    }

    /** The length says where a value ends, so that no value can pass for the next one. */
    private static void append(StringBuilder text, String name, String value) {
        text.append(name)
                .append(' ')
                .append(value.length())
                .append(' ')
                .append(value)
                .append('\n');
    }

    @Override
    public String toString() {
        return value;
    }
}
