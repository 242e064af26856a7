package io.github.s3imageedit.job;

import java.util.List;
import java.util.Optional;

/**
 * What is asked, before anything but the upload itself has been looked at.
 *
 * @param mask the key that the upload names, in its own bucket
 * @param images the keys of further pictures, in order
 * @param variation makes the same wish another edit
 * @param warnings sentences for the sidecar
 * @param fault the first reason why it cannot be done
 */
public record Wish(
        Parameters parameters,
        Optional<String> mask,
        List<String> images,
        Optional<String> variation,
        List<String> warnings,
        Optional<Fault> fault) {
    public Wish {
        images = List.copyOf(images);
        warnings = List.copyOf(warnings);
    }

    /** Whether the upload itself asks for an edit, rather than the defaults alone. */
    boolean isUploads() {
        return parameters.isUploads("prompt") || parameters.isUploads("scale_factor");
    }

    /** Whether anything asks for an edit. */
    boolean asksForEdit() {
        return parameters.value("prompt").isPresent()
                || parameters.value("scale_factor").isPresent();
    }

    /** Whether the picture is only to be made larger: no words, no parts. */
    public boolean isUpscaling() {
        return parameters.value("scale_factor").isPresent()
                && parameters.value("prompt").isEmpty();
    }

    Wish or(Optional<Fault> otherFault) {
        return new Wish(parameters, mask, images, variation, warnings, fault.or(() -> otherFault));
    }
}
