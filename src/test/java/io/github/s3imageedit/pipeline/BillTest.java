package io.github.s3imageedit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.edit.Charge;
import io.github.s3imageedit.result.SidecarDigest;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BillTest {
    private static final Optional<String> NO_FAULT = Optional.empty();
    private static final Optional<String> FAULT = Optional.of("service");

    private static Charge charge(String id, String cost, String currency) {
        return new Charge(Optional.of(id), Optional.of(cost), Optional.of(currency));
    }

    private static Charge unknown() {
        return new Charge(Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Optional<Bill> bill(Charge reply, Optional<String> fault, Charge... lost) {
        SidecarDigest digest = new SidecarDigest(reply, Optional.empty(), Optional.empty(), 1, fault);
        return Bill.of(digest, Arrays.asList(lost));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.04", "0.040", "4E-2", "0", "1", "0.1000000000000000055511151231257827"})
    void oneNumberIsCopiedDigitForDigit(String cost) {
        assertThat(bill(charge("a", cost, "USD"), NO_FAULT)).contains(new Bill(cost, Optional.of("USD")));
    }

    @Test
    void whatIsNotKnownIsNoCost() {
        assertThat(bill(unknown(), NO_FAULT)).isEmpty();
        assertThat(bill(unknown(), FAULT, unknown())).isEmpty();
    }

    @Test
    void lostCallsAreAddedUpExactly() {
        assertThat(bill(charge("b", "0.1", "USD"), NO_FAULT, charge("a", "0.2", "USD")))
                .contains(new Bill("0.3", Optional.of("USD")));
        assertThat(bill(charge("b", "0.10", "USD"), NO_FAULT, charge("a", "2E+1", "USD"), unknown()))
                .contains(new Bill("20.10", Optional.of("USD")));
        assertThat(bill(unknown(), FAULT, charge("a", "0.04", "USD"))).contains(new Bill("0.04", Optional.of("USD")));
    }

    /** The sidecar of an edit that was given up shows it as the reply's, too. */
    @Test
    void theLastLostCallIsNotCountedTwice() {
        Charge last = charge("b", "0.04", "USD");

        assertThat(bill(last, FAULT, charge("a", "0.03", "USD"), last)).contains(new Bill("0.07", Optional.of("USD")));
        assertThat(bill(last, FAULT, last)).contains(new Bill("0.04", Optional.of("USD")));
    }

    /** An endpoint without request ids may ask the same price twice. */
    @Test
    void aSuccessIsNeverALostCall() {
        Charge same = new Charge(Optional.empty(), Optional.of("0.04"), Optional.empty());

        assertThat(bill(same, NO_FAULT, same)).contains(new Bill("0.08", Optional.empty()));
    }

    @Test
    void currenciesAreNotAddedUp() {
        assertThat(bill(charge("b", "1", "EUR"), NO_FAULT, charge("a", "1", "USD")))
                .isEmpty();
    }

    /** In plain digits they would fill the memory, and CloudWatch takes none of them. */
    @ParameterizedTest
    @ValueSource(strings = {"1E999999999", "1E-999999999", "1E99999999999", "cheap", ""})
    void whatIsNoPriceIsLeftOut(String cost) {
        assertThat(bill(charge("b", cost, "USD"), NO_FAULT)).isEmpty();
        assertThat(bill(charge("b", "1", "USD"), NO_FAULT, charge("a", cost, "USD")))
                .isEmpty();
    }
}
