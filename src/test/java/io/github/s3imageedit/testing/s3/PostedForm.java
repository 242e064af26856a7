package io.github.s3imageedit.testing.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A browser's upload, carried out as the put that it is; its policy is not checked.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html">POST Object</a>
 */
record PostedForm(S3Call call, Map<String, String> fields, Part file) {
    static PostedForm of(HttpServletRequest request, S3Call form) throws IOException, ServletException {
        Map<String, String> fields = new TreeMap<>();
        Optional<Part> file = Optional.empty();
        for (Part part : request.getParts()) {
            if (part.getName().equals("file")) {
                file = Optional.of(part);
            } else {
                fields.put(part.getName().toLowerCase(Locale.ROOT), text(part));
            }
        }
        Part sent = file.orElseThrow(
                () -> new S3Refusal(400, "InvalidArgument", "POST requires exactly one file upload per request."));
        String key = fields.getOrDefault("key", "")
                .replace(
                        "${filename}",
                        Optional.ofNullable(sent.getSubmittedFileName()).orElse(""));
        S3Call call = new S3Call(Operation.POST_OBJECT, form.bucket(), key, form.client(), Map.of(), form.headers());
        return new PostedForm(call, fields, sent);
    }

    private static String text(Part part) throws IOException {
        try (InputStream bytes = part.getInputStream()) {
            return new String(bytes.readAllBytes(), UTF_8);
        }
    }

    void put(ObjectWrites writes, HttpServletRequest request, HttpServletResponse response, FilterChain s3Mock)
            throws IOException, ServletException {
        AlteredRequest put = new AlteredRequest(request, call)
                .method("PUT")
                .path("/" + call.bucket() + "/" + call.safeKey())
                .header("content-type", fields.getOrDefault("content-type", "binary/octet-stream"))
                .header("content-length", Long.toString(file.getSize()));
        fields.forEach((name, value) -> {
            if (name.startsWith("x-amz-meta-")) {
                put.header(name, value);
            }
        });
        if (fields.containsKey("tagging")) {
            byte[] xml = fields.get("tagging").getBytes(UTF_8);
            put.header(
                    "x-amz-tagging",
                    ObjectTags.ofXml(new ByteArrayInputStream(xml)).xml());
        }
        try (InputStream body = file.getInputStream()) {
            writes.create(call, ObjectEvent.POST, put.body(body), response, s3Mock);
        }
        if (response.getStatus() == HttpServletResponse.SC_OK) {
            response.setStatus(Integer.parseInt(fields.getOrDefault("success_action_status", "204")));
        }
    }
}
