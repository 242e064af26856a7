package io.github.s3imageedit.edit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.s3imageedit.image.ImageContent;
import java.util.Map;
import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;

/**
 * The multipart form (RFC 7578), with the fields named and ordered as in the API's own example: model, pictures, mask, the
 * rest. Its length is known before anything is sent.
 */
final class EditForm {
    private static final ContentType TEXT = ContentType.create("text/plain", UTF_8);

    private EditForm() {}

    static HttpEntity of(EditRequest request, String listField, String boundary) {
        MultipartEntityBuilder form = MultipartEntityBuilder.create()
                // Browsers' form, and curl's: text parts without a type of their own, which strict parsers refuse.
                .setMode(HttpMultipartMode.LEGACY)
                // The builder would name ISO-8859-1, and some servers decode the texts by it.
                .setContentType(ContentType.create("multipart/form-data"))
                .setBoundary(boundary);
        addText(form, "model", request.model());
        String field = request.images().size() == 1 ? "image" : listField;
        int number = 0;
        for (ImageContent image : request.images()) {
            addPicture(form, field, number++ == 0 ? "image" : "image-" + number, image);
        }
        request.mask().ifPresent(mask -> addPicture(form, "mask", "mask", mask));
        for (Map.Entry<String, String> entry : request.fields().entrySet()) {
            if (!entry.getKey().equals("model")) {
                addText(form, entry.getKey(), entry.getValue());
            }
        }
        return form.build();
    }

    private static void addText(MultipartEntityBuilder form, String name, String value) {
        form.addTextBody(name, value, TEXT);
    }

    /** The file name is ours: object keys hold what no header can. */
    private static void addPicture(MultipartEntityBuilder form, String field, String name, ImageContent content) {
        form.addPart(
                field, new ReopeningBody(content, name + "." + content.type().extension()));
    }
}
