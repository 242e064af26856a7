package io.github.s3imageedit.testing.s3;

import com.adobe.testing.s3mock.s3.dto.S3Object;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * ListObjectsV2; S3Mock's own neither counts common prefixes nor pages past them.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html">ListObjectsV2</a>
 */
final class ObjectListing {
    private static final int MAX_KEYS = 1000;

    private final S3Call call;
    private final UnaryOperator<String> spelling;
    private final List<S3Object> contents = new ArrayList<>();
    private final TreeSet<String> commonPrefixes = new TreeSet<>();
    private Optional<String> next = Optional.empty();

    private ObjectListing(S3Call call) {
        this.call = call;
        this.spelling = call.parameter("encoding-type").isPresent() ? UrlCoding::encodeForm : text -> text;
    }

    static String xml(S3Call call, StoredObjects stored) {
        stored.requireBucket(call.bucket());
        ObjectListing listing = new ObjectListing(call);
        listing.collect(stored.list(call.bucket(), listing.text("prefix")));
        return listing.xml();
    }

    private void collect(List<S3Object> objects) {
        // A token is the last safe key that a page spoke for, be it in a common prefix.
        String after = call.parameter("continuation-token").orElse(SafeKey.of(text("start-after")));
        String last = after;
        for (S3Object object : objects) {
            String group = group(object.getKey());
            if (object.getKey().compareTo(after) <= 0) {
                continue;
            }
            if (contents.size() + commonPrefixes.size() >= maxKeys() && !commonPrefixes.contains(group)) {
                next = Optional.of(last);
                return;
            }
            if (group.isEmpty()) {
                contents.add(object);
            } else {
                commonPrefixes.add(group);
            }
            last = object.getKey();
        }
    }

    private String group(String safeKey) {
        String delimiter = SafeKey.of(text("delimiter"));
        int at = delimiter.isEmpty()
                ? -1
                : safeKey.indexOf(delimiter, SafeKey.of(text("prefix")).length());
        return at < 0 ? "" : safeKey.substring(0, at + delimiter.length());
    }

    private int maxKeys() {
        return Math.min(MAX_KEYS, Integer.parseInt(call.parameter("max-keys").orElse("1000")));
    }

    private String text(String parameter) {
        return call.parameter(parameter).orElse("");
    }

    private String xml() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">")
                .append(Xml.element("Name", call.bucket()))
                .append(Xml.element("Prefix", spelling.apply(text("prefix"))))
                .append(Xml.element("KeyCount", Integer.toString(contents.size() + commonPrefixes.size())))
                .append(Xml.element("MaxKeys", Integer.toString(maxKeys())))
                .append(Xml.element("IsTruncated", Boolean.toString(next.isPresent())));
        call.parameter("encoding-type").ifPresent(type -> xml.append(Xml.element("EncodingType", type)));
        call.parameter("delimiter").ifPresent(text -> xml.append(Xml.element("Delimiter", spelling.apply(text))));
        call.parameter("start-after").ifPresent(text -> xml.append(Xml.element("StartAfter", spelling.apply(text))));
        call.parameter("continuation-token").ifPresent(text -> xml.append(Xml.element("ContinuationToken", text)));
        next.ifPresent(token -> xml.append(Xml.element("NextContinuationToken", token)));
        contents.forEach(object -> xml.append(xml(object)));
        commonPrefixes.forEach(group -> xml.append("<CommonPrefixes>")
                .append(Xml.element("Prefix", spelling.apply(SafeKey.original(group))))
                .append("</CommonPrefixes>"));
        return xml.append("</ListBucketResult>").toString();
    }

    private String xml(S3Object object) {
        return "<Contents>"
                + Xml.element("Key", spelling.apply(SafeKey.original(object.getKey())))
                + Xml.element("LastModified", String.valueOf(object.getLastModified()))
                + Xml.element("ETag", "\"" + WriteConditions.unquoted(object.getEtag()) + "\"")
                + Xml.element("Size", object.getSize())
                + Xml.element("StorageClass", "STANDARD")
                + "</Contents>";
    }
}
