package io.github.s3imageedit.edit;

import io.github.s3imageedit.image.ImageContent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is sent to the endpoint.
 *
 * @param object whose edit it is, in messages
 * @param fields by name, in the order in which they are sent
 * @param images the picture, then further ones
 * @param modelNamedByUpload whether an unknown model is the uploader's mistake
 */
public record EditRequest(
        String object,
        Map<String, String> fields,
        List<ImageContent> images,
        Optional<ImageContent> mask,
        boolean modelNamedByUpload) {
    public EditRequest {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        images = List.copyOf(images);
    }

    String model() {
        return fields.getOrDefault("model", "");
    }
}
