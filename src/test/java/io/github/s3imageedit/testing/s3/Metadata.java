package io.github.s3imageedit.testing.s3;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/**
 * User metadata beyond ASCII, which S3 hands back as words of RFC 2047.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html#UserMetadata">User metadata</a>
 */
final class Metadata {
    private Metadata() {}

    static void encodeIn(AlteredRequest request, S3Call call) {
        call.headers().forEach((name, value) -> {
            if (name.startsWith("x-amz-meta-") && !value.chars().allMatch(character -> character < 0x80)) {
                request.header(name, word(value));
            }
        });
    }

    private static String word(String headerAsLatin) {
        byte[] utf8 = headerAsLatin.getBytes(ISO_8859_1);
        return "=?" + UTF_8.name() + "?B?" + Base64.getEncoder().encodeToString(utf8) + "?=";
    }
}
