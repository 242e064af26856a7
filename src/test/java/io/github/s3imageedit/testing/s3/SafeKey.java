package io.github.s3imageedit.testing.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Any key spelled with letters alone, as Tomcat and S3Mock carry it unharmed.
 *
 * <p>Each byte is one of {@code A} to {@code P} and one of {@code a} to {@code p}, so that keys keep S3's order, prefixes
 * stay prefixes, and a delimiter is never found between two bytes.
 */
final class SafeKey {
    private SafeKey() {}

    static String of(String key) {
        StringBuilder safe = new StringBuilder();
        for (byte octet : key.getBytes(UTF_8)) {
            safe.append((char) ('A' + ((octet >> 4) & 0xF))).append((char) ('a' + (octet & 0xF)));
        }
        return safe.toString();
    }

    static String original(String safe) {
        byte[] octets = new byte[safe.length() / 2];
        for (int at = 0; at < octets.length; at++) {
            octets[at] = (byte) ((safe.charAt(2 * at) - 'A') << 4 | (safe.charAt(2 * at + 1) - 'a'));
        }
        return new String(octets, UTF_8);
    }
}
