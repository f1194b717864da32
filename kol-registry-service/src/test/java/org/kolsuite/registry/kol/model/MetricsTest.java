package org.kolsuite.registry.kol.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsTest {
    @Test
    void theTwoEngagementRatesAreDifferentMetrics() {
        Metrics metrics = new Metrics(1_000L, null, null, 500L, 40L, 10L, null, null, null, null);

        assertThat(metrics.engagementRate()).contains(0.1);
        assertThat(metrics.engagementRateByFollowers()).contains(0.05);
    }

    @Test
    void unknownViewsGiveNoRateRatherThanADivisionByZero() {
        assertThat(new Metrics(0L, null, null, 0L, 40L, null, null, null, null, null).engagementRate())
                .isEmpty();
        assertThat(Metrics.UNKNOWN.engagementRateByFollowers()).isEmpty();
    }

    @Test
    void aStatedTotalWinsOverTheSumOfItsParts() {
        assertThat(new Metrics(null, null, null, null, 40L, 10L, null, null, 70L, null).engagements())
                .contains(70L);
    }
}
