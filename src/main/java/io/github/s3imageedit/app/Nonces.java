package io.github.s3imageedit.app;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * Names that are never given twice. The generator is made for each: one made before a snapshot would give the same names in
 * every copy of it.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-uniqueness.html">Handling uniqueness with Lambda
 *     SnapStart</a>
 */
final class Nonces implements Supplier<String> {
    private static final int BYTES = 12;

    @Override
    public String get() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
