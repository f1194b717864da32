package org.kolsuite.contracts.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({"0.001, USD", "0.5, JPY", "12.505, CNY", "0.0001, KWD"})
    void m12_refusesMoreDecimalsThanTheCurrencyHas(BigDecimal major, String currency) {
        assertThatThrownBy(() -> Money.ofMajor(major, currency)).isInstanceOf(TooManyDecimals.class);
    }

    @ParameterizedTest
    @CsvSource({
        "12.50, CNY, 1250",
        "12.5, CNY, 1250",
        "12.500, CNY, 1250",
        "100, JPY, 100",
        "1.234, KWD, 1234",
        "-0.01, EUR, -1"
    })
    void readsMajorUnits(BigDecimal major, String currency, long minor) {
        assertThat(Money.ofMajor(major, currency)).isEqualTo(Money.ofMinor(minor, currency));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999999999999999.99", "-9999999999999999.99", "92233720368547758.07"})
    void m13_eighteenDigitsComeBackExactly(String major) {
        Money money = Money.ofMajor(new BigDecimal(major), "CNY");

        assertThat(money.toMajor()).isEqualTo(new BigDecimal(major));
        assertThat(money).hasToString("CNY " + major);
    }

    @ParameterizedTest
    @ValueSource(strings = {"92233720368547758.08", "1E30", "1E999999999", "-92233720368547758.09"})
    void m13_refusesWhatDoesNotFit(String major) {
        assertThatThrownBy(() -> Money.ofMajor(new BigDecimal(major), "CNY")).isInstanceOf(AmountOverflow.class);
    }

    @Test
    void anAbsurdExponentIsRefusedOrRoundedWithoutWritingItOut() {
        BigDecimal tiny = new BigDecimal("1E-999999999");

        assertThatThrownBy(() -> Money.ofMajor(tiny, "CNY")).isInstanceOf(TooManyDecimals.class);
        assertThat(Money.ofMinor(5, "CNY").times(tiny)).isEqualTo(Money.zero("CNY"));
        assertThatThrownBy(() -> Money.ofMinor(5, "CNY").times(new BigDecimal("1E999999999")))
                .isInstanceOf(AmountOverflow.class);
    }

    @Test
    void m13_theSmallestAmountHasNoNegative() {
        assertThatThrownBy(() -> Money.ofMinor(Long.MIN_VALUE, "CNY").negated()).isInstanceOf(AmountOverflow.class);
    }

    @Test
    void m14_oneHundredInThreePartsSumsExactly() {
        assertThat(Money.ofMinor(100_00, "CNY").split(List.of(1, 1, 1)))
                .extracting(Money::amountMinor)
                .containsExactly(33_34L, 33_33L, 33_33L);
    }

    @Test
    void splitsTenAsTheFieldsFixtureDoes() {
        assertThat(Money.ofMinor(10, "JPY").split(List.of(35, 20, 20, 13, 12)))
                .extracting(Money::amountMinor)
                .containsExactly(4L, 2L, 2L, 1L, 1L);
    }

    @Test
    void m14_aNegativeAmountSplitsLikeItsPositive() {
        assertThat(Money.ofMinor(-100, "CNY").split(List.of(1, 1, 1)))
                .extracting(Money::amountMinor)
                .containsExactly(-34L, -33L, -33L);
    }

    @Test
    void partsWithoutWeightGetNothing() {
        assertThat(Money.ofMinor(7, "CNY").split(List.of(0, 1, 0)))
                .extracting(Money::amountMinor)
                .containsExactly(0L, 7L, 0L);
    }

    @Test
    void refusesToSplitByNothing() {
        assertThatThrownBy(() -> Money.ofMinor(7, "CNY").split(List.of(0, 0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.ofMinor(7, "CNY").split(List.of(2, -1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"105, 0.5, 52", "115, 0.5, 58", "1000, 0.333, 333", "-105, 0.5, -52"})
    void aFactorRoundsHalfToEven(long minor, BigDecimal factor, long expected) {
        assertThat(Money.ofMinor(minor, "CNY").times(factor)).isEqualTo(Money.ofMinor(expected, "CNY"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"XXX", "XAU", "cny", "", "YUAN", "¥"})
    void refusesWhatIsNoCurrencyWithMinorUnits(String code) {
        assertThatThrownBy(() -> Money.ofMinor(1, code)).isInstanceOf(UnknownCurrency.class);
    }

    @Test
    void anAmountIsNothingMoreThanThatOrLess() {
        Money nothing = Money.zero("CNY");
        Money cent = Money.ofMinor(1, "CNY");

        assertThat(nothing.isZero()).isTrue();
        assertThat(nothing.isPositive()).isFalse();
        assertThat(nothing.isNegative()).isFalse();
        assertThat(cent.isZero()).isFalse();
        assertThat(cent.isPositive()).isTrue();
        assertThat(cent.isNegative()).isFalse();
        assertThat(cent.negated().isPositive()).isFalse();
        assertThat(cent.negated().isNegative()).isTrue();
    }

    @Test
    void amountsOfOneCurrencyHaveAnOrderAndThoseOfTwoHaveNone() {
        Money less = Money.ofMinor(1, "CNY");
        Money more = Money.ofMinor(2, "CNY");

        assertThat(more.isMoreThan(less)).isTrue();
        assertThat(less.isMoreThan(more)).isFalse();
        assertThat(less.isMoreThan(less)).isFalse();
        assertThat(List.of(more, less)).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThatThrownBy(() -> less.isMoreThan(Money.ofMinor(0, "EUR"))).isInstanceOf(CurrencyMismatch.class);
    }

    @Test
    void aFactorIsAppliedToNineteenDigitsAndToWhatRoundsUpToACent() {
        Money nineteenDigits = Money.ofMinor(9_000_000_000_000_000_000L, "CNY");

        assertThat(nineteenDigits.times(new BigDecimal("1.0"))).isEqualTo(nineteenDigits);
        assertThat(Money.ofMinor(6, "CNY").times(new BigDecimal("0.1"))).isEqualTo(Money.ofMinor(1, "CNY"));
    }
}
