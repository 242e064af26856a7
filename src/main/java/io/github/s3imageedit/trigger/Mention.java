package io.github.s3imageedit.trigger;

import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.UploadEvent;
import java.util.List;
import java.util.Optional;

/**
 * One upload, as an event names it.
 *
 * @param readings one for each thing that its key may mean, the likeliest first; the first that is there counts
 */
record Mention(List<UploadEvent> readings) {
    Mention {
        readings = List.copyOf(readings);
    }

    /**
     * An upload by its key.
     *
     * @param keys what it may mean
     * @param version empty where the latest is meant
     * @throws UnknownEventException if no object can be meant
     */
    static Mention of(Optional<String> bucket, List<String> keys, Optional<String> version, UploadFacts facts) {
        if (bucket.filter(name -> !name.isBlank()).isEmpty() || keys.isEmpty()) {
            throw new UnknownEventException("the event names no bucket, or no key that an object can have");
        }
        return new Mention(keys.stream()
                .map(key -> facts.of(new ObjectRef(bucket.get(), key, version)))
                .toList());
    }
}
