package org.kolsuite.contracts.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class MoneyProperties {

    @Property
    void m13_everyAmountSurvivesTheWayThroughMajorUnits(@ForAll("money") Money money) {
        assertThat(Money.ofMajor(money.toMajor(), money.currency())).isEqualTo(money);
    }

    @Property
    void m13_sumsAreExactOrRefusedNeverWrapped(@ForAll long left, @ForAll long right) {
        BigInteger exact = BigInteger.valueOf(left).add(BigInteger.valueOf(right));

        if (exact.bitLength() < Long.SIZE) {
            assertThat(cny(left).plus(cny(right))).isEqualTo(cny(exact.longValueExact()));
        } else {
            assertThatThrownBy(() -> cny(left).plus(cny(right))).isInstanceOf(AmountOverflow.class);
        }
    }

    @Property
    void m13_differencesAreExactOrRefusedNeverWrapped(@ForAll long left, @ForAll long right) {
        BigInteger exact = BigInteger.valueOf(left).subtract(BigInteger.valueOf(right));
        Assume.that(right != Long.MIN_VALUE);

        if (exact.bitLength() < Long.SIZE) {
            assertThat(cny(left).minus(cny(right))).isEqualTo(cny(exact.longValueExact()));
        } else {
            assertThatThrownBy(() -> cny(left).minus(cny(right))).isInstanceOf(AmountOverflow.class);
        }
    }

    @Property
    void m13_productsAreExactOrRefusedNeverWrapped(@ForAll long amount, @ForAll long factor) {
        BigInteger exact = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(factor));

        if (exact.bitLength() < Long.SIZE) {
            assertThat(cny(amount).times(factor)).isEqualTo(cny(exact.longValueExact()));
        } else {
            assertThatThrownBy(() -> cny(amount).times(factor)).isInstanceOf(AmountOverflow.class);
        }
    }

    @Property
    void m14_partsOfASplitSumToTheWholeAndAreTheSameEveryTime(
            @ForAll("money") Money whole,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 10_000) Integer> weights) {
        Assume.that(weights.stream().anyMatch(weight -> weight > 0));

        List<Money> parts = whole.split(weights);

        assertThat(parts).hasSameSizeAs(weights).isEqualTo(whole.split(weights));
        assertThat(parts.stream().reduce(Money.zero(whole.currency()), Money::plus))
                .isEqualTo(whole);
    }

    @Property
    void m14_noPartIsAMinorUnitOrMoreOffItsShare(
            @ForAll("money") Money whole,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 100) Integer> weights) {
        long total = weights.stream().mapToLong(Integer::longValue).sum();

        List<Money> parts = whole.split(weights);

        for (int i = 0; i < parts.size(); i++) {
            BigDecimal offByTimesTotal = BigDecimal.valueOf(parts.get(i).amountMinor())
                    .multiply(BigDecimal.valueOf(total))
                    .subtract(BigDecimal.valueOf(whole.amountMinor()).multiply(BigDecimal.valueOf(weights.get(i))));
            assertThat(offByTimesTotal.abs()).isLessThan(BigDecimal.valueOf(total));
        }
    }

    @Property
    void m15_twoCurrenciesNeverMix(@ForAll long left, @ForAll long right) {
        Money yuan = cny(left);
        Money yen = Money.ofMinor(right, "JPY");

        assertThatThrownBy(() -> yuan.plus(yen)).isInstanceOf(CurrencyMismatch.class);
        assertThatThrownBy(() -> yuan.isMoreThan(yen)).isInstanceOf(CurrencyMismatch.class);
    }

    @Provide
    Arbitrary<Money> money() {
        return Arbitraries.longs()
                .flatMap(minor -> Arbitraries.of("CNY", "EUR", "USD", "JPY", "KWD")
                        .map(currency -> Money.ofMinor(minor, currency)));
    }

    private static Money cny(long minor) {
        return Money.ofMinor(minor, "CNY");
    }
}
