package io.github.s3imageedit.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.s3imageedit.job.ObjectRef;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Reads small objects whole. */
final class TextReader {
    /** No text of ours comes near. */
    private static final int MAX_BYTES = 4 << 20;

    private final S3Client client;
    private final S3Requests requests;

    TextReader(S3Client client, S3Requests requests) {
        this.client = client;
        this.requests = requests;
    }

    StoredText read(ObjectRef object) {
        return client.getObject(requests.get(object).build(), BodyReader.within(TextReader::text));
    }

    private static StoredText text(GetObjectResponse facts, InputStream body) throws IOException {
        String text = new String(body.readNBytes(MAX_BYTES), UTF_8);
        return new StoredText(text, S3Requests.unquoted(facts.eTag()), age(facts));
    }

    /** Both moments are told by S3, so that no clock of ours counts. */
    private static Optional<Duration> age(GetObjectResponse facts) {
        return facts.sdkHttpResponse()
                .firstMatchingHeader("Date")
                .flatMap(TextReader::instant)
                .flatMap(
                        now -> Optional.ofNullable(facts.lastModified()).map(written -> Duration.between(written, now)))
                .map(age -> age.isNegative() ? Duration.ZERO : age);
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
