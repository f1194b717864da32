package org.kolsuite.reporting.report.model;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.kolsuite.reporting.report.model.MeanDifference.Verdict;

class MeanDifferenceTest {

    @Test
    void welchsIntervalOfAWorkedExample() {
        // Given: means 20 and 26, variances of the mean 0.5 and 0.8 (n = 5), about 7.6 degrees of freedom, t 2.365
        MeanDifference difference = MeanDifference.between(of(18, 19, 20, 21, 22), of(24, 24, 26, 28, 28));
        // Then
        assertThat(difference.difference()).isEqualByComparingTo("6");
        assertThat(difference.low()).isBetween(new BigDecimal("3.30"), new BigDecimal("3.31"));
        assertThat(difference.high()).isBetween(new BigDecimal("8.69"), new BigDecimal("8.70"));
        assertThat(difference.verdict()).isEqualTo(Verdict.HIGHER);
    }

    @Test
    void anIntervalThatCrossesZeroDecidesNothing() {
        assertThat(MeanDifference.between(of(1, 50, 99), of(10, 60, 95)).verdict())
                .isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void lowerIsSaidToo() {
        assertThat(MeanDifference.between(of(90, 91, 92), of(1, 2, 3)).verdict())
                .isEqualTo(Verdict.LOWER);
    }

    @Test
    void oneOrNoneIsTooFew() {
        assertThat(MeanDifference.between(of(1, 2), of(3)).verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(MeanDifference.between(of(), of(3)).difference()).isNull();
    }

    @Test
    void equalValuesOnBothSidesHaveAnIntervalOfNothing() {
        MeanDifference difference = MeanDifference.between(of(5, 5, 5), of(7, 7, 7));
        assertThat(difference.low()).isEqualByComparingTo("2");
        assertThat(difference.verdict()).isEqualTo(Verdict.HIGHER);
    }

    @Test
    void twoOnEachSideAreEnough() {
        MeanDifference difference = MeanDifference.between(of(1, 2), of(3, 4));

        assertThat(difference.low()).isNotNull();
        assertThat(difference.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(MeanDifference.between(of(1), of(3, 4)).verdict()).isEqualTo(Verdict.TOO_FEW);
    }

    @Test
    void anIntervalThatTouchesZeroDecidesNothing() {
        MeanDifference same = MeanDifference.between(of(5, 5, 5), of(5, 5, 5));

        assertThat(same.low()).isEqualByComparingTo("0");
        assertThat(same.high()).isEqualByComparingTo("0");
        assertThat(same.verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Property(tries = 200)
    void exchangingTheSidesTurnsTheResultRound(
            @ForAll @Size(min = 2, max = 40) List<@IntRange(max = 1_000) Integer> base,
            @ForAll @Size(min = 2, max = 40) List<@IntRange(max = 1_000) Integer> compared) {
        MeanDifference there = MeanDifference.between(decimals(base), decimals(compared));
        MeanDifference back = MeanDifference.between(decimals(compared), decimals(base));

        assertThat(back.difference())
                .isEqualByComparingTo(requireNonNull(there.difference()).negate());
        assertThat(back.low()).isEqualByComparingTo(requireNonNull(there.high()).negate());
        assertThat(there.difference()).isBetween(there.low(), there.high());
        assertThat(back.verdict())
                .isEqualTo(
                        switch (there.verdict()) {
                            case HIGHER -> Verdict.LOWER;
                            case LOWER -> Verdict.HIGHER;
                            case UNDECIDED -> Verdict.UNDECIDED;
                            case TOO_FEW -> Verdict.TOO_FEW;
                        });
    }

    private static List<BigDecimal> decimals(List<Integer> values) {
        return values.stream().map(BigDecimal::valueOf).toList();
    }

    private static List<BigDecimal> of(int... values) {
        return java.util.Arrays.stream(values).mapToObj(BigDecimal::valueOf).toList();
    }
}
