package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.SkipReason;
import java.util.Optional;
import java.util.Set;

/**
 * Whose uploads are taken.
 *
 * @param buckets empty: any
 */
public record InputScope(Set<String> buckets, String prefix) {
    public InputScope {
        buckets = Set.copyOf(buckets);
    }

    Optional<SkipReason> objection(ObjectRef object) {
        if (!buckets.isEmpty() && !buckets.contains(object.bucket())) {
            return Optional.of(SkipReason.OTHER_BUCKET);
        }
        return object.key().startsWith(prefix) ? Optional.empty() : Optional.of(SkipReason.OUTSIDE_PREFIX);
    }
}
