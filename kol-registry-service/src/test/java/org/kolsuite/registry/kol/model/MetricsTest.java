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

    @Test
    void engagementsAreWhatTheSourceStatesElseTheSumOfWhatItGives() {
        Metrics parts = new Metrics(null, null, null, null, 100L, 20L, 3L, 4_000L, null, null);
        Metrics stated = new Metrics(null, null, null, null, 100L, 20L, 3L, 4_000L, 9L, null);
        Metrics onlyShares = new Metrics(null, null, null, null, null, null, 3L, null, null, null);
        Metrics onlySaves = new Metrics(null, null, null, null, null, null, null, 4L, null, null);

        assertThat(parts.engagements()).contains(4_123L);
        assertThat(stated.engagements()).contains(9L);
        assertThat(onlyShares.engagements()).contains(3L);
        assertThat(onlySaves.engagements()).contains(4L);
        assertThat(Metrics.UNKNOWN.engagements()).isEmpty();
    }

    @Test
    void aFollowerCountAloneSaysSomething() {
        assertThat(Metrics.ofFollowers(7).followers()).isEqualTo(7);
        assertThat(Metrics.ofFollowers(7).saysNothing()).isFalse();
        assertThat(Metrics.UNKNOWN.saysNothing()).isTrue();
    }
}
