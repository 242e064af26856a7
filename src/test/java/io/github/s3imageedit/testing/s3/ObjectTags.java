package io.github.s3imageedit.testing.s3;

import com.adobe.testing.s3mock.s3.dto.Tag;
import com.adobe.testing.s3mock.s3.model.S3ObjectMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * The tags of one object, read and refused as S3 does.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html">Tagging objects</a>
 */
record ObjectTags(Map<String, String> tags) {
    private static final int MAX_TAGS = 10;
    private static final int MAX_KEY_LENGTH = 128;
    private static final int MAX_VALUE_LENGTH = 256;
    // https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_S3Tag.html
    private static final Pattern ALPHABET = Pattern.compile("^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$");

    static ObjectTags ofHeader(String header) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String pair : header.split("&", -1)) {
            int equals = pair.indexOf('=');
            String key = decode(equals < 0 ? pair : pair.substring(0, equals), header);
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1), header);
            if (!key.isEmpty() && tags.put(key, value) != null) {
                throw invalidHeader(header);
            }
        }
        return new ObjectTags(tags).checked();
    }

    private static String decode(String text, String header) {
        try {
            return UrlCoding.decodeForm(text);
        } catch (IllegalArgumentException malformed) {
            throw invalidHeader(header);
        }
    }

    private static S3Refusal invalidHeader(String header) {
        return new S3Refusal(
                400,
                "InvalidArgument",
                "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag"
                        + " name duplicates.",
                Map.of("ArgumentName", "x-amz-tagging", "ArgumentValue", header));
    }

    static ObjectTags ofXml(InputStream xml) throws IOException {
        Map<String, String> tags = new LinkedHashMap<>();
        for (Element tag : Xml.elements(Xml.parse(xml), "Tag")) {
            if (tags.put(text(tag, "Key"), text(tag, "Value")) != null) {
                throw invalidTag("Cannot provide multiple Tags with the same key", Map.of("TagKey", text(tag, "Key")));
            }
        }
        return new ObjectTags(tags).checked();
    }

    static ObjectTags of(S3ObjectMetadata object) {
        Map<String, String> tags = new LinkedHashMap<>();
        Optional.ofNullable(object.getTags()).orElse(List.of()).forEach(tag -> {
            // S3Mock forgets empty values.
            tags.put(tag.getKey(), Optional.ofNullable(tag.getValue()).orElse(""));
        });
        return new ObjectTags(tags);
    }

    private static String text(Element parent, String name) {
        return Xml.elements(parent, name).stream()
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }

    private ObjectTags checked() {
        if (tags.size() > MAX_TAGS) {
            throw new S3Refusal(400, "BadRequest", "Object tags cannot be greater than 10");
        }
        tags.forEach(ObjectTags::check);
        return this;
    }

    private static void check(String key, String value) {
        if (key.startsWith("aws:")) {
            throw invalidTag("System tags cannot be added/updated by requester", Map.of("TagKey", key));
        }
        if (key.isEmpty() || key.length() > MAX_KEY_LENGTH || !allowed(key)) {
            throw invalidTag("The TagKey you have provided is invalid", Map.of("TagKey", key));
        }
        if (value.length() > MAX_VALUE_LENGTH || !allowed(value)) {
            throw invalidTag("The TagValue you have provided is invalid", Map.of("TagKey", key, "TagValue", value));
        }
    }

    private static boolean allowed(String text) {
        return ALPHABET.matcher(text).matches();
    }

    private static S3Refusal invalidTag(String message, Map<String, String> details) {
        return new S3Refusal(400, "InvalidTag", message, details);
    }

    /** S3Mock takes this form too in its header, and needs no decoding in it. */
    String xml() {
        StringBuilder set = new StringBuilder();
        tags.forEach((key, value) -> set.append("<Tag>")
                .append(Xml.element("Key", key))
                .append(Xml.element("Value", value))
                .append("</Tag>"));
        return "<Tagging xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><TagSet>" + set + "</TagSet></Tagging>";
    }

    List<Tag> toList() {
        return tags.entrySet().stream()
                .map(tag -> new Tag(tag.getKey(), tag.getValue()))
                .toList();
    }
}
