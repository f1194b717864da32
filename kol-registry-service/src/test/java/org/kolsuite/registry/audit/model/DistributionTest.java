package org.kolsuite.registry.audit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How a tier is spread, by medians of logarithms, which a few strange accounts don't move. */
class DistributionTest {

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        Distribution four = Distribution.of(List.of(1.0, 10.0, 1_000.0, 100.0));
        Distribution three = Distribution.of(List.of(100.0, 1.0, 10.0));

        assertThat(four.median()).isCloseTo(31.6228, within(0.001));
        assertThat(three.median()).isCloseTo(10, within(0.001));
        assertThat(three.size()).isEqualTo(3);
    }

    @Test
    void whatIsNotPositiveIsLookedAtByItself() {
        Distribution tier = Distribution.of(List.of(0.0, -1.0, 1.0, 10.0, 100.0));

        assertThat(tier.size()).isEqualTo(3);
        assertThat(tier.score(0)).isZero();
        assertThat(tier.score(-5)).isZero();
    }

    @Test
    void aValueTenTimesTheMedianOfADecimalSpreadIsTwoThirdsOfADeviationAway() {
        Distribution tier = Distribution.of(List.of(1.0, 10.0, 100.0));

        assertThat(tier.score(100)).isCloseTo(0.6745, within(0.0001));
        assertThat(tier.score(1)).isCloseTo(-0.6745, within(0.0001));
        assertThat(tier.score(10)).isCloseTo(0, within(0.0001));
    }

    @Test
    void aTierOfNobodyOrOfEqualsTellsNothing() {
        assertThat(Distribution.of(List.of())).isEqualTo(new Distribution(0, 0, 0));
        assertThat(Distribution.of(List.of(5.0, 5.0, 5.0)).score(500)).isZero();
    }
}
