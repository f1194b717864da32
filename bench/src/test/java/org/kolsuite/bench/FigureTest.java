package org.kolsuite.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {
    @Test
    void theRatioIsTheMedianOfTheRoundsAndNotTheRatioOfTheMedians() {
        // Given a second round that met a busy machine on both sides
        Figure figure = Figure.against(
                "reads",
                List.of(80.0, 8.0, 90.0),
                "req/s",
                "nginx",
                List.of(100.0, 10.0, 100.0),
                new Goal.AtLeastTimes(0.8));

        // Then
        assertThat(figure.measured()).isEqualTo(80);
        assertThat(figure.floor()).hasValue(100);
        assertThat(figure.ratio()).hasValue(0.8);
        assertThat(figure.isMet()).isTrue();
    }

    @Test
    void aThroughputBelowItsShareOfThePeerIsNotEnough() {
        assertThat(Figure.against("reads", 69, "req/s", "nginx", 100, new Goal.AtLeastTimes(0.7))
                        .isMet())
                .isFalse();
    }

    @Test
    void aDurationMayTakeSoManyTimesThePeersAndNoMore() {
        assertThat(Figure.against("import", 80, "s", "COPY", 10, new Goal.AtMostTimes(8))
                        .isMet())
                .isTrue();
        assertThat(Figure.against("import", 81, "s", "COPY", 10, new Goal.AtMostTimes(8))
                        .isMet())
                .isFalse();
    }

    @Test
    void aLatencyMayBeSoMuchLongerThanThePeersAndNoMore() {
        assertThat(Figure.against("p99", 5.5, "ms", "nginx", 4.5, new Goal.AtMostMore(1))
                        .isMet())
                .isTrue();
        assertThat(Figure.against("p99", 5.6, "ms", "nginx", 4.5, new Goal.AtMostMore(1))
                        .isMet())
                .isFalse();
    }

    @Test
    void anAmountIsHeldAgainstTheGoalAlone() {
        assertThat(Figure.alone("memory", 220, "MB", new Goal.AtMost(220)).isMet())
                .isTrue();
        assertThat(Figure.alone("memory", 221, "MB", new Goal.AtMost(220)).isMet())
                .isFalse();
    }

    @Test
    void roundsOfOneSideAloneAreNoComparison() {
        assertThatThrownBy(() ->
                        Figure.against("reads", List.of(1.0, 2.0), "req/s", "nginx", List.of(1.0), new Goal.None()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
