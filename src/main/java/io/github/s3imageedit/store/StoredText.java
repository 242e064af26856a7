package io.github.s3imageedit.store;

import java.time.Duration;
import java.util.Optional;

/**
 * A small object, as it stands now.
 *
 * @param etag without quotes; a condition for {@link ObjectStore#replace}
 * @param age how long ago it was written, by S3's own clock to the second; empty where S3 does not tell the time
 */
public record StoredText(String text, String etag, Optional<Duration> age) {}
