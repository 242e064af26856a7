package io.github.s3imageedit.model;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an object consists of.
 *
 * @param content each byte as the character of its number
 * @param etag tells one content from another
 */
record Thing(String content, Map<String, String> metadata, String etag) {
    private static final Pattern STAGE = Pattern.compile("\"stage\":\"([a-z]*)\"");

    /** Contents are long, and known by their hashes. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Thing thing && thing.etag.equals(etag);
    }

    @Override
    public int hashCode() {
        return etag.hashCode();
    }

    @Override
    public String toString() {
        Matcher stage = STAGE.matcher(content);
        String holder = content.contains("\"holder\"") ? "" : ", given back";
        return etag.substring(0, 6) + (stage.find() ? " (" + stage.group(1) + holder + ")" : "");
    }
}
