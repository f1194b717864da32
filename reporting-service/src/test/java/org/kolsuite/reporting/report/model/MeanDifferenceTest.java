package org.kolsuite.reporting.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
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

    private static List<BigDecimal> of(int... values) {
        return java.util.Arrays.stream(values).mapToObj(BigDecimal::valueOf).toList();
    }
}
