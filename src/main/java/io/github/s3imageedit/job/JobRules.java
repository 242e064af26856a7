package io.github.s3imageedit.job;

import java.util.Optional;
import java.util.Set;

/**
 * What whoever runs the function has laid down.
 *
 * @param inputPrefix below which named masks and pictures must lie
 * @param maxInputBytes of each picture
 */
public record JobRules(
        String defaultModel,
        Optional<String> defaultPrompt,
        Set<String> passThrough,
        String inputPrefix,
        long maxInputBytes) {
    public JobRules {
        passThrough = Set.copyOf(passThrough);
    }
}
