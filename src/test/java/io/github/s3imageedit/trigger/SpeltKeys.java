package io.github.s3imageedit.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Keys as senders spell them, and read back to the letter of RFC 3986: what the doors' own reading is compared with. */
final class SpeltKeys {
    private static final String HEX = "0123456789ABCDEFabcdef";
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./";

    private SpeltKeys() {}

    /** As S3 writes keys in its notifications. */
    static String form(String key) {
        return spelt(key, PLAIN).replace("%20", "+");
    }

    /** As LocalStack does. */
    static String percent(String key) {
        return spelt(key, PLAIN);
    }

    /** With pluses left as they are. */
    static String percentWithPlus(String key) {
        return spelt(key, PLAIN + "+");
    }

    /** Every byte, in small letters. */
    static String everyByte(String key) {
        return spelt(key, "").toLowerCase(Locale.ROOT);
    }

    private static String spelt(String key, String plain) {
        StringBuilder spelt = new StringBuilder();
        HexFormat hex = HexFormat.of().withUpperCase();
        for (byte each : key.getBytes(UTF_8)) {
            if (each > 0 && plain.indexOf(each) >= 0) {
                spelt.append((char) each);
            } else {
                spelt.append('%').append(hex.toHexDigits(each));
            }
        }
        return spelt.toString();
    }

    /** Empty where a percent sign begins no byte, or the bytes are no UTF-8. */
    static Optional<String> formDecoded(String spelt) {
        return percentDecoded(spelt.replace('+', ' '));
    }

    /** The same, with pluses as they are. */
    static Optional<String> percentDecoded(String spelt) {
        StringBuilder decoded = new StringBuilder();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int place = 0; place < spelt.length(); ) {
            if (spelt.charAt(place) != '%') {
                decoded.append(spelt.charAt(place++));
                continue;
            }
            bytes.reset();
            for (; place < spelt.length() && spelt.charAt(place) == '%'; place += 3) {
                if (place + 2 >= spelt.length()
                        || HEX.indexOf(spelt.charAt(place + 1)) < 0
                        || HEX.indexOf(spelt.charAt(place + 2)) < 0) {
                    return Optional.empty();
                }
                bytes.write(HexFormat.fromHexDigits(spelt, place + 1, place + 3));
            }
            Optional<String> text = utf8(bytes.toByteArray());
            if (text.isEmpty()) {
                return Optional.empty();
            }
            decoded.append(text.get());
        }
        return Optional.of(decoded.toString());
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException broken) {
            return Optional.empty();
        }
    }
}
