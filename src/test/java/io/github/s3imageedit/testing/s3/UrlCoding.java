package io.github.s3imageedit.testing.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;

/** The two ways in which keys are written into URLs and replies. */
final class UrlCoding {
    private UrlCoding() {}

    /** A path's way: a plus is a plus. */
    static String decodePath(String path) {
        return URLDecoder.decode(path.replace("+", "%2B"), UTF_8);
    }

    static String decodeForm(String text) {
        return URLDecoder.decode(text, UTF_8);
    }

    /** As event keys and {@code encoding-type=url} have it: a space becomes a plus, a slash stays. */
    static String encodeForm(String text) {
        return URLEncoder.encode(text, UTF_8).replace("%2F", "/");
    }

    static Map<String, String> query(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            if (!name.isEmpty()) {
                parameters.put(decodeForm(name), equals < 0 ? "" : decodeForm(part.substring(equals + 1)));
            }
        }
        return parameters;
    }
}
