package io.github.s3imageedit.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.s3imageedit.job.ObjectRef;
import java.net.URLDecoder;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How each sender spells an object's key: what it may mean, the likeliest first. */
final class ObjectKeys {
    private static final char UNDECODABLE = '\ufffd';
    /** Before JDK 25, URLDecoder takes signs and other scripts' digits for hexadecimal ones. */
    private static final Pattern NO_BYTE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private ObjectKeys() {}

    /** S3's notifications are form-encoded, once (S3 user guide, "Event message structure"). */
    static List<String> inNotification(String spelt) {
        return possible(Stream.of(formDecoded(spelt)));
    }

    /** EventBridge is said to give keys as they are; nothing documents it, and other readers decode them. */
    static List<String> inEventBridge(String spelt) {
        return possible(Stream.of(spelt, formDecoded(spelt)));
    }

    /**
     * Batch Operations percent-encodes keys: AWS's own sample leaves a plus as it is, other readers make it a space (S3 user
     * guide, "Invoke AWS Lambda function").
     */
    static List<String> inBatchJob(String spelt) {
        return possible(Stream.of(percentDecoded(spelt), formDecoded(spelt), spelt));
    }

    /** No object has a key that is empty, too long, or cannot be written in UTF-8: asking for it would ask for another. */
    private static List<String> possible(Stream<String> keys) {
        return keys.distinct().filter(ObjectKeys::isPossible).toList();
    }

    private static boolean isPossible(String key) {
        return !key.isEmpty()
                && UTF_8.newEncoder().canEncode(key)
                && key.getBytes(UTF_8).length <= ObjectRef.MAX_KEY_BYTES;
    }

    private static String percentDecoded(String spelt) {
        return formDecoded(spelt, spelt.replace("+", "%2B"));
    }

    private static String formDecoded(String spelt) {
        return formDecoded(spelt, spelt);
    }

    /** What cannot be decoded was not encoded, and stands for itself. */
    private static String formDecoded(String spelt, String encoded) {
        if (NO_BYTE.matcher(encoded).find()) {
            return spelt;
        }
        String decoded = URLDecoder.decode(encoded, UTF_8);
        return hasBrokenUtf8(spelt, decoded) ? spelt : decoded;
    }

    private static boolean hasBrokenUtf8(String spelt, String decoded) {
        return count(decoded, UNDECODABLE)
                > count(spelt, UNDECODABLE) + spelt.toUpperCase(Locale.ROOT).split("%EF%BF%BD", -1).length - 1;
    }

    private static long count(String text, char character) {
        return text.chars().filter(found -> found == character).count();
    }
}
