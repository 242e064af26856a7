package io.github.s3imageedit.testing.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Puts safe keys into requests, and the keys as the client knows them into replies. */
final class KeyNames {
    private static final Set<String> PARAMETERS = Set.of("prefix", "delimiter", "marker", "key-marker");
    private static final List<String> ELEMENTS =
            List.of("Key", "Prefix", "Delimiter", "Marker", "NextMarker", "KeyMarker", "NextKeyMarker", "StartAfter");
    private static final Pattern SAFE = Pattern.compile("([A-P][a-p])+");

    private KeyNames() {}

    static AlteredRequest inQuery(AlteredRequest request, S3Call call) {
        call.query().forEach((name, value) -> {
            if (PARAMETERS.contains(name)) {
                request.parameter(name, SafeKey.of(value));
            }
        });
        // S3Mock would encode safe keys; ours are encoded below.
        return request.withoutParameter("encoding-type");
    }

    static byte[] inDeletion(InputStream body) throws IOException {
        Document document = Xml.parse(body);
        Xml.elements(document, "Key").forEach(key -> key.setTextContent(SafeKey.of(key.getTextContent())));
        return Xml.write(document);
    }

    /** {@code [/]bucket/key[?versionId=…]}, percent-encoded. */
    static String inCopySource(String source) {
        String path = source.startsWith("/") ? source.substring(1) : source;
        int query = path.indexOf("?versionId=");
        String version = query < 0 ? "" : path.substring(query);
        String decoded = UrlCoding.decodePath(query < 0 ? path : path.substring(0, query));
        int slash = decoded.indexOf('/');
        if (slash < 0) {
            throw new S3Refusal(400, "InvalidArgument", "Copy Source must mention the source bucket and key");
        }
        return "/" + decoded.substring(0, slash + 1) + SafeKey.of(decoded.substring(slash + 1)) + version;
    }

    static byte[] inReply(S3Call call, byte[] xml) throws IOException {
        boolean encoded = call.parameter("encoding-type").isPresent();
        UnaryOperator<String> spelling = encoded ? UrlCoding::encodeForm : text -> text;
        Document document = Xml.parse(new ByteArrayInputStream(xml));
        for (String name : ELEMENTS) {
            Xml.elements(document, name).forEach(element -> restore(element, spelling));
        }
        Xml.elements(document, "Location")
                .forEach(location -> location.setTextContent("/" + call.bucket() + "/" + call.key()));
        if (encoded) {
            Element type = document.createElement("EncodingType");
            type.setTextContent("url");
            document.getDocumentElement().appendChild(type);
        }
        return Xml.write(document);
    }

    private static void restore(Element element, UnaryOperator<String> spelling) {
        String text = element.getTextContent();
        if (SAFE.matcher(text).matches()) {
            element.setTextContent(spelling.apply(SafeKey.original(text)));
        }
    }
}
