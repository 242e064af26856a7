package io.github.s3imageedit.ledger;

import java.time.Duration;

/**
 * How long a holder counts as alive that is not heard of.
 *
 * @param length less than 90 s, so that Lambda's second retry of a crash, after two minutes, comes after it
 * @param renewal how often a living holder is heard of: the rest of the length is there for S3's bad minutes
 */
public record Lease(Duration length, Duration renewal) {
    private static final Duration LONGEST = Duration.ofSeconds(90);
    public static final Lease USUAL = new Lease(Duration.ofSeconds(75), Duration.ofSeconds(20));

    public Lease {
        if (length.compareTo(LONGEST) >= 0) {
            throw new IllegalArgumentException("a lease of " + length + " outlasts Lambda's patience");
        }
        if (renewal.multipliedBy(2).compareTo(length) > 0) {
            throw new IllegalArgumentException("a lease of " + length + " is too short for renewals each " + renewal);
        }
    }

    /** A lease of another length, renewed in proportion. */
    public static Lease of(Duration length) {
        return new Lease(length, length.dividedBy(4));
    }
}
