package org.kolsuite.contracts.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * An amount in the minor units of a currency: {@code 12_50} with {@code CNY} is 12.50 yuan, {@code 1250} with {@code
 * JPY} is 1,250 yen. Integers only; arithmetic that would overflow 64 bits is refused with {@link AmountOverflow}, never
 * wrapped, and amounts of two currencies never mix ({@link CurrencyMismatch}).
 *
 * @param amountMinor the amount in minor units; may be negative (a reversal, a claw-back)
 * @param currency ISO 4217 code that has minor units, for example {@code CNY}
 */
public record Money(long amountMinor, String currency) implements Comparable<Money> {
    /** Of the largest 64-bit number. */
    private static final int MAX_DIGITS = 19;

    /** @throws UnknownCurrency when the code is not an ISO 4217 currency with minor units (XXX and metals have none) */
    public Money {
        minorUnitDigits(currency);
    }

    public static Money ofMinor(long amountMinor, String currency) {
        return new Money(amountMinor, currency);
    }

    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    /**
     * Reads a decimal in major units, such as {@code 12.5} yuan.
     *
     * @throws TooManyDecimals when the value has more decimals than the currency (0.001 USD, 0.5 JPY): never rounded
     */
    public static Money ofMajor(BigDecimal major, String currency) {
        int digits = minorUnitDigits(currency);
        // Magnitudes are looked at before anything is written out: 1E999999999 must not become a gigabyte of zeros.
        BigDecimal minor = major.scaleByPowerOfTen(digits);
        if (integerDigits(minor) > MAX_DIGITS) {
            throw new AmountOverflow();
        }
        if (minor.stripTrailingZeros().scale() > 0) {
            throw new TooManyDecimals(major, currency);
        }
        try {
            return new Money(minor.longValueExact(), currency);
        } catch (ArithmeticException overflow) {
            throw new AmountOverflow();
        }
    }

    /** How many decimals the currency has: 2 for CNY and EUR, 0 for JPY, 3 for KWD. */
    public static int minorUnitDigits(String currency) {
        try {
            int digits = Currency.getInstance(currency).getDefaultFractionDigits();
            if (digits >= 0) {
                return digits;
            }
        } catch (IllegalArgumentException | NullPointerException unknown) {
            throw new UnknownCurrency(String.valueOf(currency));
        }
        throw new UnknownCurrency(currency);
    }

    public Money plus(Money other) {
        requireSameCurrency(other);
        try {
            return new Money(Math.addExact(amountMinor, other.amountMinor), currency);
        } catch (ArithmeticException overflow) {
            throw new AmountOverflow();
        }
    }

    public Money minus(Money other) {
        return plus(other.negated());
    }

    public Money negated() {
        try {
            return new Money(Math.negateExact(amountMinor), currency);
        } catch (ArithmeticException overflow) {
            throw new AmountOverflow();
        }
    }

    /**
     * The amount times a factor, rounded half-even to minor units: the one place where money is rounded.
     *
     * @param factor for example a margin rate 0.35 or a number of parcels
     */
    public Money times(BigDecimal factor) {
        BigDecimal product = BigDecimal.valueOf(amountMinor).multiply(factor);
        if (integerDigits(product) > MAX_DIGITS) {
            throw new AmountOverflow();
        }
        if (integerDigits(product) < 0) {
            return zero(currency);
        }
        try {
            return new Money(product.setScale(0, RoundingMode.HALF_EVEN).longValueExact(), currency);
        } catch (ArithmeticException overflow) {
            throw new AmountOverflow();
        }
    }

    public Money times(long factor) {
        try {
            return new Money(Math.multiplyExact(amountMinor, factor), currency);
        } catch (ArithmeticException overflow) {
            throw new AmountOverflow();
        }
    }

    /**
     * Splits the amount in proportion to the weights by largest remainder; equal remainders go to the earlier part. The
     * parts always sum to the whole, and the same input always gives the same parts.
     *
     * @param weights at least one; none negative; not all zero
     */
    public List<Money> split(List<Integer> weights) {
        long total = weights.stream().mapToLong(Integer::longValue).sum();
        if (total <= 0 || weights.stream().anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("weights must be non-negative and not all zero: " + weights);
        }
        BigDecimal whole = BigDecimal.valueOf(amountMinor);
        List<Long> parts = new ArrayList<>();
        List<BigDecimal> remainders = new ArrayList<>();
        long given = 0;
        for (int weight : weights) {
            BigDecimal[] share =
                    whole.multiply(BigDecimal.valueOf(weight)).divideAndRemainder(BigDecimal.valueOf(total));
            parts.add(share[0].longValueExact());
            remainders.add(share[1].abs());
            given += share[0].longValueExact();
        }
        int sign = Long.signum(amountMinor);
        for (long left = Math.abs(amountMinor - given); left > 0; left--) {
            int largest = 0;
            for (int i = 1; i < remainders.size(); i++) {
                if (remainders.get(i).compareTo(remainders.get(largest)) > 0) {
                    largest = i;
                }
            }
            parts.set(largest, parts.get(largest) + sign);
            remainders.set(largest, BigDecimal.valueOf(-1));
        }
        return parts.stream().map(part -> new Money(part, currency)).toList();
    }

    public boolean isZero() {
        return amountMinor == 0;
    }

    public boolean isPositive() {
        return amountMinor > 0;
    }

    public boolean isNegative() {
        return amountMinor < 0;
    }

    public boolean isMoreThan(Money other) {
        return compareTo(other) > 0;
    }

    /** The amount in major units with the currency's decimals, for files and people: {@code 12.50}. */
    public BigDecimal toMajor() {
        return BigDecimal.valueOf(amountMinor, minorUnitDigits(currency));
    }

    /** @throws CurrencyMismatch when the currencies differ: such amounts have no order without a rate */
    @Override
    public int compareTo(Money other) {
        requireSameCurrency(other);
        return Long.compare(amountMinor, other.amountMinor);
    }

    @Override
    public String toString() {
        return currency + " " + toMajor().toPlainString();
    }

    /** Digits before the point; zero or less for fractions. */
    private static long integerDigits(BigDecimal value) {
        return value.signum() == 0 ? 0 : (long) value.precision() - value.scale();
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new CurrencyMismatch(currency, other.currency);
        }
    }
}
