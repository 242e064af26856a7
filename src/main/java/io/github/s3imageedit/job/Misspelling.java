package io.github.s3imageedit.job;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Tells a name that is plainly meant to be another: other case, or one letter wrong, missing, doubled or swapped. */
final class Misspelling {
    private static final int SHORTEST = 4;

    private Misspelling() {}

    /** The first of the known names that a name is a misspelling of. */
    static Optional<String> of(String name, Collection<String> known) {
        return known.stream()
                .filter(candidate -> isMisspelling(name, candidate))
                .findFirst();
    }

    static boolean isMisspelling(String name, String intended) {
        if (name.equals(intended)) {
            return false;
        }
        String plain = plain(name);
        String target = plain(intended);
        return plain.equals(target) || (target.length() >= SHORTEST && isOneEditAway(plain, target));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static boolean isOneEditAway(String one, String other) {
        int prefix = 0;
        int shorter = Math.min(one.length(), other.length());
        while (prefix < shorter && one.charAt(prefix) == other.charAt(prefix)) {
            prefix++;
        }
        String restOfOne = one.substring(prefix);
        String restOfOther = other.substring(prefix);
        return switch (one.length() - other.length()) {
            case 0 -> tail(restOfOne, 1).equals(tail(restOfOther, 1)) || isSwap(restOfOne, restOfOther);
            case 1 -> tail(restOfOne, 1).equals(restOfOther);
            case -1 -> restOfOne.equals(tail(restOfOther, 1));
            default -> false;
        };
    }

    private static boolean isSwap(String one, String other) {
        return one.length() >= 2
                && one.charAt(0) == other.charAt(1)
                && one.charAt(1) == other.charAt(0)
                && tail(one, 2).equals(tail(other, 2));
    }

    private static String tail(String text, int from) {
        return text.substring(Math.min(from, text.length()));
    }
}
