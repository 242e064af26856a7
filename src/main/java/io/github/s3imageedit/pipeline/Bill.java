package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.edit.Charge;
import io.github.s3imageedit.result.SidecarDigest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an edit cost in all.
 *
 * @param amount a JSON number: digit for digit where it is one, added up where a call before was lost
 */
public record Bill(String amount, Optional<String> currency) {
    /** No price has so many digits, or zeros at either end; a sum in plain digits would fill the memory. */
    private static final int MOST_DIGITS = 60;

    /**
     * Adds up.
     *
     * @param digest of the sidecar that ended the edit
     * @param lost the calls before it whose results were lost
     * @return empty where nothing is known, or nothing that can be added up
     */
    static Optional<Bill> of(SidecarDigest digest, List<Charge> lost) {
        List<Charge> charges = new ArrayList<>(lost);
        // Of an edit that was given up, the sidecar shows the last lost call's charge as the reply's.
        boolean shownTwice = digest.fault().isPresent() && lost.contains(digest.charge());
        if (!shownTwice) {
            charges.add(digest.charge());
        }
        return of(charges);
    }

    /** Adds up; empty where nothing is known, or nothing that can be added up. */
    static Optional<Bill> of(List<Charge> charges) {
        List<Charge> known =
                charges.stream().filter(charge -> charge.cost().isPresent()).toList();
        boolean addable = known.stream().map(Charge::currency).distinct().count() == 1
                && known.stream().allMatch(Bill::isSane);
        return addable ? Optional.of(new Bill(sum(known), known.getFirst().currency())) : Optional.empty();
    }

    private static boolean isSane(Charge charge) {
        try {
            BigDecimal cost = new BigDecimal(charge.cost().orElseThrow());
            return Math.abs((long) cost.scale()) <= MOST_DIGITS && cost.precision() <= MOST_DIGITS;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String sum(List<Charge> known) {
        List<String> costs =
                known.stream().flatMap(charge -> charge.cost().stream()).toList();
        return costs.size() == 1
                ? costs.getFirst()
                : costs.stream()
                        .map(BigDecimal::new)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .toPlainString();
    }
}
