package io.github.s3imageedit.testing.endpoint;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Decodes UTF-8 without mercy: the usual decoder would hide a fault behind question marks. */
final class Utf8 {
    private Utf8() {}

    static String decode(byte[] bytes, String what) throws Refusal {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw Refusal.invalid("Malformed UTF-8 in " + what + ".");
        }
    }
}
