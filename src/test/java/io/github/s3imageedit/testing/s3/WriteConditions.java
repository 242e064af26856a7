package io.github.s3imageedit.testing.s3;

import com.adobe.testing.s3mock.s3.model.S3ObjectMetadata;
import java.util.Optional;

/**
 * {@code If-None-Match} and {@code If-Match} of a write.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html">Conditional writes</a>
 */
final class WriteConditions {
    static final String[] HEADERS = {"if-none-match", "if-match"};

    private WriteConditions() {}

    static void check(S3Call call, Optional<S3ObjectMetadata> current) {
        if (call.header("if-none-match").isPresent() && current.isPresent()) {
            throw S3Refusal.preconditionFailed("If-None-Match");
        }
        call.header("if-match").ifPresent(expected -> {
            String found = current.map(S3ObjectMetadata::getEtag).orElseThrow(() -> S3Refusal.noSuchKey(call.key()));
            if (!unquoted(found).equals(unquoted(expected))) {
                throw S3Refusal.preconditionFailed("If-Match");
            }
        });
    }

    static String unquoted(String etag) {
        return etag.replace("\"", "");
    }
}
