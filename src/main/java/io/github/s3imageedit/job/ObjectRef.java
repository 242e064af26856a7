package io.github.s3imageedit.job;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One object in S3.
 *
 * @param key decoded, taken literally: {@code ..} and {@code //} mean nothing special
 * @param version empty in buckets without versions, and where the latest version is meant
 */
public record ObjectRef(String bucket, String key, Optional<String> version) {
    /** S3's own limit of a key, in bytes of UTF-8. */
    public static final int MAX_KEY_BYTES = 1024;

    /** Characters that end a line or turn its direction. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]");

    public ObjectRef {
        if (bucket.isBlank() || key.isEmpty()) {
            throw new IllegalArgumentException("not an object: s3://" + bucket + "/" + key);
        }
    }

    /** The latest version of an object. */
    public static ObjectRef latest(String bucket, String key) {
        return new ObjectRef(bucket, key, Optional.empty());
    }

    /** Another object of the same bucket, in its latest version. */
    public ObjectRef sibling(String otherKey) {
        return latest(bucket, otherKey);
    }

    public ObjectRef withVersion(Optional<String> otherVersion) {
        return new ObjectRef(bucket, key, otherVersion);
    }

    /** The form for messages; control characters, legal in keys and not kept out of events' buckets, cannot forge a log line. */
    @Override
    public String toString() {
        return visible("s3://" + bucket + "/" + key);
    }

    /** Somebody else's text in a form for messages, in one line. */
    public static String visible(String text) {
        return UNSEEN.matcher(text).replaceAll("\ufffd");
    }
}
